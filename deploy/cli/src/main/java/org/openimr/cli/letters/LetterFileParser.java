package org.openimr.cli.letters;

import java.time.Instant;
import java.util.Optional;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.topology.LetterReceivedFactory;

/** From a file's bytes to its determination, by the same steps that the services take. */
final class LetterFileParser {
  private final TextExtractor extractor;
  private final LetterInterpreter maker;

  LetterFileParser(TextExtractor extractor, LetterInterpreter maker) {
    this.extractor = extractor;
    this.maker = maker;
  }

  /** Either of the two. */
  sealed interface Result {}

  /** The determination, as revision 1. */
  record Parsed(Determination determination) implements Result {}

  /**
   * Why there is none.
   *
   * @param code as in dead letters
   * @param message never text of the letter
   */
  record Rejected(String code, String message) implements Result {}

  /** Reads a letter; never throws, whatever its bytes are. */
  Result parse(String uri, String name, byte[] letter) {
    return switch (extractor.extract(letter)) {
      case org.openimr.ingest.extract.model.ExtractionFailure refused ->
          new Rejected(refused.code().name(), refused.message());
      case ExtractedText text ->
          parse(
              LetterReceivedFactory.create(
                  Optional.of(uri), Optional.of(name), letter, text, Instant.now()));
    };
  }

  private Result parse(LetterReceived letter) {
    return switch (maker.interpret(letter)) {
      case LetterInterpreter.Interpreted made -> new Parsed(made.determination());
      case LetterInterpreter.Rejected refused ->
          new Rejected(refused.reason().code().name(), refused.reason().message());
    };
  }
}
