package org.openimr.chaos.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.event.Outcome;
import org.openimr.ingest.extract.Extracted;
import org.openimr.ingest.extract.Limits;
import org.openimr.ingest.extract.Refused;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.topology.ReceivedLetter;
import org.openimr.schemas.DeadLetter;

class KnownLettersTest {
  private static final int LETTERS = 3_000;
  private final DeterminationMaker maker = DeterminationMaker.standard();

  @Test
  void lettersBecomeWhatTheTruthSaysOfThem() throws Exception {
    Letters letters = new KnownLetters(5);
    List<String> wrong;

    try (TextExtractor extractor = TextExtractor.inProcess(Limits.DEFAULT)) {
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
    Letters letters = new KnownLetters(6);

    List<SentLetter> sent =
        IntStream.range(0, 200).mapToObj(index -> letters.letter(index).sent()).toList();

    assertThat(sent.stream().map(SentLetter::line).map(SentLetter::of)).isEqualTo(sent);
  }

  private String fault(Letters.Letter letter, TextExtractor extractor) {
    Fate became =
        switch (extractor.extract(letter.bytes())) {
          case Refused refused ->
              new Fate.Dead(DeadLetter.Code.valueOf(refused.code().name()), "ingest");
          case Extracted extracted -> read(letter, extracted);
        };
    boolean right =
        letter.sent().fate() instanceof Fate.Decided wanted
                && became instanceof Fate.Decided decided
            ? wanted.caseKey().equals(decided.caseKey())
                && wanted.outcomes().equals(decided.outcomes())
            : letter.sent().fate().equals(became);
    return right ? null : letter.sent() + " became " + became;
  }

  private Fate read(Letters.Letter letter, Extracted extracted) {
    var received =
        ReceivedLetter.of(
            Optional.empty(), Optional.empty(), letter.bytes(), extracted, Instant.EPOCH);
    return switch (maker.make(received)) {
      case DeterminationMaker.Refused refused -> new Fate.Dead(refused.reason().code(), "enrich");
      case DeterminationMaker.Made made ->
          new Fate.Decided(
              made.determination().getCaseKey(),
              "",
              made.determination().getDecisions().stream()
                  .map(decision -> decision.getOutcome() == Outcome.UPHELD ? "U" : "O")
                  .collect(Collectors.joining()));
    };
  }
}
