package org.openimr.cli.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Determination;
import org.openimr.event.DocumentPart;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.topology.LetterLimits;
import org.openimr.ingest.topology.LetterReceivedFactory;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.LetterPart;

/** Parses the letters of a file with the same steps as the services. */
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
   * A letter of the file, or the whole file, cannot be parsed.
   *
   * @param part the rejected letter; empty for the whole file
   * @param code code of a dead letter
   * @param message never contains text of the letter
   */
  record Rejected(Optional<LetterPart> part, String code, String message) implements Result {}

  /** Parses the letters of a file, at least one; does not throw for any content. */
  List<Result> parse(String uri, String name, byte[] file) {
    return switch (extractor.extract(file)) {
      case ExtractionFailure failure ->
          List.of(new Rejected(Optional.empty(), failure.code().name(), failure.message()));
      case ExtractedText text ->
          parseAll(
              LetterReceivedFactory.create(
                  LetterReceivedFactory.Document.of(
                      Optional.of(uri), Optional.of(name), file, Instant.now()),
                  text));
    };
  }

  private List<Result> parseAll(List<LetterReceived> letters) {
    return LetterLimits.DEFAULT
        .rejectionOf(letters.size())
        .map(reason -> List.<Result>of(rejected(Optional.empty(), reason)))
        .orElseGet(() -> letters.stream().map(this::parse).toList());
  }

  private Result parse(LetterReceived letter) {
    return switch (interpreter.interpret(letter)) {
      case LetterInterpreter.Interpreted interpreted -> new Parsed(interpreted.determination());
      case LetterInterpreter.Rejected rejected ->
          rejected(Optional.ofNullable(letter.getSource().getPart()), rejected.reason());
    };
  }

  private static Rejected rejected(Optional<DocumentPart> part, DeadLetterReason reason) {
    return new Rejected(
        part.map(one -> new LetterPart(one.getNumber(), one.getCount())),
        reason.code().name(),
        reason.message());
  }
}
