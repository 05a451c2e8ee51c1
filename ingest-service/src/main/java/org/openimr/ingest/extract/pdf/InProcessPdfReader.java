package org.openimr.ingest.extract.pdf;

import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;

/** Reads PDFs in this process, without limits on time and memory. */
public final class InProcessPdfReader implements PdfReader {
  private final PdfTextExtractor pdfText;

  public InProcessPdfReader(ExtractionLimits limits) {
    pdfText = new PdfTextExtractor(limits);
  }

  @Override
  public ExtractionResult read(byte[] pdf, String letterId) {
    return pdfText.extract(pdf);
  }

  @Override
  public void close() {
    // holds no resources
  }
}
