/** Text extraction from PDF documents with PDFBox, within limits. */
package org.openimr.ingest.extract.pdf;
