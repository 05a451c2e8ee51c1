package org.openimr.tools.chaos.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.tools.evaluation.input.OfflineLetterPipeline;
import org.openimr.tools.evaluation.input.OfflinePipelineResult;

class LabelledLetterSourceTest {
  private static final int LETTERS = 3_000;

  @Test
  void lettersHaveTheirExpectedOutcomes() {
    LetterSource letters = new LabelledLetterSource(5);
    List<String> differences;

    try (OfflineLetterPipeline pipeline = OfflineLetterPipeline.inProcess()) {
      differences =
          IntStream.range(0, LETTERS)
              .mapToObj(letters::letter)
              .flatMap(letter -> difference(letter, pipeline).stream())
              .limit(20)
              .toList();
    }

    assertThat(differences).isEmpty();
  }

  @Test
  void parsesLinesOfTheExpectationsFile() {
    LetterSource letters = new LabelledLetterSource(6);

    List<SentLetter> sent =
        IntStream.range(0, 200).mapToObj(index -> letters.letter(index).sent()).toList();

    assertThat(sent.stream().map(SentLetter::toLine).map(SentLetter::parse)).isEqualTo(sent);
  }

  private static Optional<String> difference(
      LetterSource.OutgoingLetter letter, OfflineLetterPipeline pipeline) {
    ExpectedOutcome actual = outcome(pipeline.process(Optional.empty(), letter.bytes()));
    boolean matches =
        letter.sent().expected() instanceof ExpectedOutcome.Decided expected
                && actual instanceof ExpectedOutcome.Decided decided
            ? expected.caseKey().equals(decided.caseKey())
                && expected.outcomes().equals(decided.outcomes())
            : letter.sent().expected().equals(actual);
    return matches ? Optional.empty() : Optional.of(letter.sent() + " became " + actual);
  }

  private static ExpectedOutcome outcome(OfflinePipelineResult result) {
    return switch (result) {
      case OfflinePipelineResult.Dead dead ->
          new ExpectedOutcome.DeadLettered(
              DeadLetterReason.Code.valueOf(dead.code()), dead.stage());
      case OfflinePipelineResult.Determined determined ->
          new ExpectedOutcome.Decided(
              determined.determination().path("caseKey").asText(),
              "",
              outcomes(determined.determination().path("decisions")));
    };
  }

  private static String outcomes(JsonNode decisions) {
    return StreamSupport.stream(decisions.spliterator(), false)
        .map(decision -> decision.path("outcome").asText().equals("UPHELD") ? "U" : "O")
        .collect(Collectors.joining());
  }
}
