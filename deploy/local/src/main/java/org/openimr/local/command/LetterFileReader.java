package org.openimr.local.command;

import java.time.Instant;
import java.util.Optional;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.Extracted;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.topology.ReceivedLetter;

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
      case Extracted text ->
          read(ReceivedLetter.of(Optional.of(uri), Optional.of(name), letter, text, Instant.now()));
    };
  }

  private Result read(LetterReceived letter) {
    return switch (maker.make(letter)) {
      case DeterminationMaker.Made made -> new Read(made.determination());
      case DeterminationMaker.Refused refused ->
          new Refused(refused.reason().code().name(), refused.reason().message());
    };
  }
}
