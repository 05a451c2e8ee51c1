package org.openimr.tools.chaos.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Outcome;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.topology.LetterReceivedFactory;
import org.openimr.schemas.event.DeadLetterReason;

class LabelledLetterSourceTest {
  private static final int LETTERS = 3_000;
  private final LetterInterpreter maker = LetterInterpreter.standard();

  @Test
  void lettersBecomeWhatTheTruthSaysOfThem() throws Exception {
    LetterSource letters = new LabelledLetterSource(5);
    List<String> wrong;

    try (TextExtractor extractor = TextExtractor.inProcess(ExtractionLimits.DEFAULT)) {
      wrong =
          IntStream.range(0, LETTERS)
              .mapToObj(index -> fault(letters.letter(index), extractor))
              .filter(Objects::nonNull)
              .limit(20)
              .toList();
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void lineOfTheTruthsFileIsReadAsItWasWritten() {
    LetterSource letters = new LabelledLetterSource(6);

    List<SentLetter> sent =
        IntStream.range(0, 200).mapToObj(index -> letters.letter(index).sent()).toList();

    assertThat(sent.stream().map(SentLetter::toLine).map(SentLetter::parse)).isEqualTo(sent);
  }

  private String fault(LetterSource.OutgoingLetter letter, TextExtractor extractor) {
    ExpectedOutcome became =
        switch (extractor.extract(letter.bytes())) {
          case ExtractionFailure refused ->
              new ExpectedOutcome.DeadLettered(
                  DeadLetterReason.Code.valueOf(refused.code().name()), "ingest");
          case ExtractedText extracted -> read(letter, extracted);
        };
    boolean right =
        letter.sent().expected() instanceof ExpectedOutcome.Decided wanted
                && became instanceof ExpectedOutcome.Decided decided
            ? wanted.caseKey().equals(decided.caseKey())
                && wanted.outcomes().equals(decided.outcomes())
            : letter.sent().expected().equals(became);
    return right ? null : letter.sent() + " became " + became;
  }

  private ExpectedOutcome read(LetterSource.OutgoingLetter letter, ExtractedText extracted) {
    var received =
        LetterReceivedFactory.create(
            Optional.empty(), Optional.empty(), letter.bytes(), extracted, Instant.EPOCH);
    return switch (maker.interpret(received)) {
      case LetterInterpreter.Rejected refused ->
          new ExpectedOutcome.DeadLettered(refused.reason().code(), "enrich");
      case LetterInterpreter.Interpreted made ->
          new ExpectedOutcome.Decided(
              made.determination().getCaseKey(),
              "",
              made.determination().getDecisions().stream()
                  .map(decision -> decision.getOutcome() == Outcome.UPHELD ? "U" : "O")
                  .collect(Collectors.joining()));
    };
  }
}
