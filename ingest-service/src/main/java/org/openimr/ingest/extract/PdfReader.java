package org.openimr.ingest.extract;

/** Gets the text of a PDF within limits. */
interface PdfReader extends AutoCloseable {

  Extraction read(byte[] pdf);

  @Override
  void close();
}
