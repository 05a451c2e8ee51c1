/** The benchmark of the ingest service: texts over HTTP, and PDFs. */
package org.openimr.tools.benchmarks.ingest;
