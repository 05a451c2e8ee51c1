package org.openimr.ingest.extract;

import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.pdf.PdfReader;
import org.openimr.ingest.extract.text.LetterMediaType;
import org.openimr.ingest.extract.text.PlainTextDecoder;

/** Passes each letter to the reader of its media type. */
final class LetterExtractor implements TextExtractor {
  private final ExtractionLimits limits;
  private final PlainTextDecoder plainText;
  private final PdfReader pdfReader;

  LetterExtractor(ExtractionLimits limits, PdfReader pdfReader) {
    this.limits = limits;
    this.plainText = new PlainTextDecoder(limits.maxCharacters());
    this.pdfReader = pdfReader;
  }

  @Override
  public ExtractionResult extract(byte[] letter, String letterId) {
    if (letter.length == 0) {
      return new ExtractionFailure(
          ExtractionFailure.Code.NOT_A_LETTER, "text", "the letter is empty");
    }
    if (letter.length > limits.maxBytes()) {
      return new ExtractionFailure(
          ExtractionFailure.Code.TOO_LARGE, "bytes", "more than " + limits.maxBytes() + " bytes");
    }
    return switch (LetterMediaType.of(letter)) {
      case PDF -> pdfReader.read(letter, letterId);
      case TEXT -> plainText.decode(letter);
      case OTHER ->
          new ExtractionFailure(
              ExtractionFailure.Code.UNSUPPORTED_TYPE, "text", "neither PDF nor plain text");
    };
  }

  @Override
  public void close() {
    pdfReader.close();
  }
}
