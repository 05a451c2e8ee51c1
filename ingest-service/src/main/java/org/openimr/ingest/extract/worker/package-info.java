/** Isolated worker processes that read untrusted PDF documents. */
package org.openimr.ingest.extract.worker;
