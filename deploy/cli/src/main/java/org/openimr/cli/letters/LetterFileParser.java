package org.openimr.cli.letters;

import java.time.Instant;
import java.util.Optional;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.topology.LetterReceivedFactory;

/** Parses a letter file with the same steps as the services. */
final class LetterFileParser {
  private final TextExtractor extractor;
  private final LetterInterpreter interpreter;

  LetterFileParser(TextExtractor extractor, LetterInterpreter interpreter) {
    this.extractor = extractor;
    this.interpreter = interpreter;
  }

  /** The result of parsing a file. */
  sealed interface Result {}

  /** The letter's determination, with revision 1. */
  record Parsed(Determination determination) implements Result {}

  /**
   * The file is not a letter that can be parsed.
   *
   * @param code code of a dead letter
   * @param message never contains text of the letter
   */
  record Rejected(String code, String message) implements Result {}

  /** Parses a letter; does not throw for any content. */
  Result parse(String uri, String name, byte[] letter) {
    return switch (extractor.extract(letter)) {
      case ExtractionFailure failure -> new Rejected(failure.code().name(), failure.message());
      case ExtractedText text ->
          parse(
              LetterReceivedFactory.create(
                  Optional.of(uri), Optional.of(name), letter, text, Instant.now()));
    };
  }

  private Result parse(LetterReceived letter) {
    return switch (interpreter.interpret(letter)) {
      case LetterInterpreter.Interpreted interpreted -> new Parsed(interpreted.determination());
      case LetterInterpreter.Rejected rejected ->
          new Rejected(rejected.reason().code().name(), rejected.reason().message());
    };
  }
}
