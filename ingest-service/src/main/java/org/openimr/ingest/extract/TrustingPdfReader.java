package org.openimr.ingest.extract;

/** Reads PDFs right here, without limits on time and memory. */
final class TrustingPdfReader implements PdfReader {
  private final PdfText pdfText;

  TrustingPdfReader(Limits limits) {
    pdfText = new PdfText(limits);
  }

  @Override
  public Extraction read(byte[] pdf) {
    return pdfText.extract(pdf);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
