package org.openimr.ingest.extract;

/** Takes each letter to whoever reads its type. */
final class LetterExtractor implements TextExtractor {
  private final Limits limits;
  private final PlainText plainText;
  private final PdfReader pdfReader;

  LetterExtractor(Limits limits, PdfReader pdfReader) {
    this.limits = limits;
    this.plainText = new PlainText(limits.characters());
    this.pdfReader = pdfReader;
  }

  @Override
  public Extraction extract(byte[] letter) {
    if (letter.length == 0) {
      return new Refused(Refused.Code.NOT_A_LETTER, "text", "there is nothing in it");
    }
    if (letter.length > limits.bytes()) {
      return new Refused(Refused.Code.TOO_LARGE, "bytes", "more than " + limits.bytes() + " bytes");
    }
    return switch (LetterType.of(letter)) {
      case PDF -> pdfReader.read(letter);
      case TEXT -> plainText.extract(letter);
      case OTHER -> new Refused(Refused.Code.UNSUPPORTED_TYPE, "text", "neither a PDF nor a text");
    };
  }

  @Override
  public void close() {
    pdfReader.close();
  }
}
