package org.openimr.ingest.topology;

import java.time.Instant;
import java.util.Optional;
import org.openimr.event.Extraction;
import org.openimr.event.ExtractionMethod;
import org.openimr.event.LetterReceived;
import org.openimr.event.Source;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.parser.letter.header.CaseKey;
import org.openimr.schemas.event.Sha256;

/** Creates the event of a letter whose text was extracted. Usable without Kafka. */
public final class LetterReceivedFactory {
  private LetterReceivedFactory() {}

  /**
   * Creates the event of a letter.
   *
   * @param uri address of the letter, if its sender gave one
   * @param name file name of the letter, if its sender gave one
   * @param letter bytes of the letter as received
   */
  public static LetterReceived create(
      Optional<String> uri,
      Optional<String> name,
      byte[] letter,
      ExtractedText text,
      Instant receivedAt) {
    return create(uri, name, Sha256.hex(letter), letter.length, text, receivedAt);
  }

  /**
   * Creates the event of a letter whose id is known.
   *
   * @param letterId SHA-256 of the letter's bytes, 64 hex digits
   * @param sizeBytes number of the letter's bytes
   */
  static LetterReceived create(
      Optional<String> uri,
      Optional<String> name,
      String letterId,
      long sizeBytes,
      ExtractedText text,
      Instant receivedAt) {
    return LetterReceived.newBuilder()
        .setCaseKey(CaseKey.of(text.text()))
        .setLetterId(letterId)
        .setSource(new Source(uri.orElse(null), name.orElse(null), text.mediaType(), sizeBytes))
        .setReceivedAt(receivedAt)
        .setText(text.text())
        .setPageStarts(text.pageStarts())
        .setExtraction(extraction(text))
        .build();
  }

  private static Extraction extraction(ExtractedText text) {
    Integer pages = text.pageCount().isPresent() ? text.pageCount().getAsInt() : null;
    return new Extraction(method(text.method()), pages);
  }

  private static ExtractionMethod method(ExtractedText.Method method) {
    return switch (method) {
      case PLAIN_TEXT -> ExtractionMethod.PLAIN_TEXT;
      case PDF_TEXT -> ExtractionMethod.PDF_TEXT;
    };
  }
}
