package org.openimr.ingest.extract.pdf;

import org.openimr.ingest.extract.model.ExtractionResult;

/** Reads the text of a PDF within limits. */
public interface PdfReader extends AutoCloseable {

  /**
   * Returns the text of a PDF or the reason why it has none.
   *
   * @param letterId SHA-256 of the document, under which failures are cached
   */
  ExtractionResult read(byte[] pdf, String letterId);

  @Override
  void close();
}
