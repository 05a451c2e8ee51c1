package org.openimr.local.command;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.event.Determination;
import org.openimr.event.Extraction;
import org.openimr.event.ExtractionMethod;
import org.openimr.event.LetterReceived;
import org.openimr.event.Source;
import org.openimr.ingest.extract.Extracted;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.schemas.CaseKey;

/** From a file's bytes to its determination, by the same steps that the services take. */
final class LetterFileReader {
  private final TextExtractor extractor;
  private final DeterminationMaker maker;

  LetterFileReader(TextExtractor extractor, DeterminationMaker maker) {
    this.extractor = extractor;
    this.maker = maker;
  }

  /** Either of the two. */
  sealed interface Result {}

  /** The determination, as revision 1. */
  record Read(Determination determination) implements Result {}

  /**
   * Why there is none.
   *
   * @param code as in dead letters
   * @param message never text of the letter
   */
  record Refused(String code, String message) implements Result {}

  /** Reads a letter; never throws, whatever its bytes are. */
  Result read(String uri, String name, byte[] letter) {
    return switch (extractor.extract(letter)) {
      case org.openimr.ingest.extract.Refused refused ->
          new Refused(refused.code().name(), refused.message());
      case Extracted text -> read(received(uri, name, letter, text));
    };
  }

  private Result read(LetterReceived letter) {
    return switch (maker.make(letter)) {
      case DeterminationMaker.Made made -> new Read(made.determination());
      case DeterminationMaker.Refused refused ->
          new Refused(refused.reason().code().name(), refused.reason().message());
    };
  }

  private static LetterReceived received(String uri, String name, byte[] letter, Extracted text) {
    Integer pages = text.pageCount().isPresent() ? text.pageCount().getAsInt() : null;
    return LetterReceived.newBuilder()
        .setCaseKey(CaseKey.of(text.text()))
        .setLetterId(sha256(letter))
        .setSource(new Source(uri, name, text.mediaType(), (long) letter.length))
        .setReceivedAt(Instant.now())
        .setText(text.text())
        .setPageStarts(text.pageStarts())
        .setExtraction(new Extraction(ExtractionMethod.valueOf(text.method().name()), pages))
        .build();
  }

  private static String sha256(byte[] letter) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(letter));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
