package org.openimr.ingest.extract.pdf;

import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;

/** Reads PDFs right here, without limits on time and memory. */
public final class InProcessPdfReader implements PdfReader {
  private final PdfTextExtractor pdfText;

  public InProcessPdfReader(ExtractionLimits limits) {
    pdfText = new PdfTextExtractor(limits);
  }

  @Override
  public ExtractionResult read(byte[] pdf) {
    return pdfText.extract(pdf);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
