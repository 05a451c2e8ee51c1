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

/**
 * The event of a letter whose text could be had: for the topology and for whoever needs no Kafka.
 */
public final class LetterReceivedFactory {
  private LetterReceivedFactory() {}

  /**
   * The event.
   *
   * @param uri address of the letter, where its sender gave one
   * @param name its file name, where its sender gave one
   * @param letter its bytes as they came
   */
  public static LetterReceived create(
      Optional<String> uri,
      Optional<String> name,
      byte[] letter,
      ExtractedText extracted,
      Instant receivedAt) {
    return LetterReceived.newBuilder()
        .setCaseKey(CaseKey.of(extracted.text()))
        .setLetterId(Sha256.hex(letter))
        .setSource(
            new Source(
                uri.orElse(null), name.orElse(null), extracted.mediaType(), (long) letter.length))
        .setReceivedAt(receivedAt)
        .setText(extracted.text())
        .setPageStarts(extracted.pageStarts())
        .setExtraction(extraction(extracted))
        .build();
  }

  private static Extraction extraction(ExtractedText extracted) {
    Integer pages = extracted.pageCount().isPresent() ? extracted.pageCount().getAsInt() : null;
    return new Extraction(ExtractionMethod.valueOf(extracted.method().name()), pages);
  }
}
