package org.openimr.ingest.extract.pdf;

import org.openimr.ingest.extract.model.ExtractionResult;

/** Gets the text of a PDF within limits. */
public interface PdfReader extends AutoCloseable {

  ExtractionResult read(byte[] pdf);

  @Override
  void close();
}
