package org.openimr.parser.letter.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.DecisionOutcome;

class DecisionSentenceTest {

  private static DecisionSentence parse(String text) {
    int necessary = DecisionSentence.findMedicallyNecessary(text, 0, text.length());
    return DecisionSentence.parseAt(text, 0, necessary, text.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The request for a cane is medically necessary and appropriate. | a cane | OVERTURNED",
        "The request for a cane is not medically necessary. | a cane | UPHELD",
        "The request for six visits are notmedically necessary. | six visits | UPHELD",
        "Naproxen 500 mg was medically necessary and appropriate. | Naproxen 500 mg | OVERTURNED",
      })
  void parsesRequestAndOutcome(String text, String request, DecisionOutcome outcome) {
    DecisionSentence decision = parse(text);

    assertThat(decision).isNotNull();
    assertThat(text.substring(decision.requestStart(), decision.requestEnd())).isEqualTo(request);
    assertThat(decision.outcome()).isEqualTo(outcome);
    assertThat(decision.end()).isEqualTo(text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The request for a cane is refused.",
        "The request for is medically necessary.",
        "A cane seems medically necessary.",
        "is medically necessary."
      })
  void returnsNullForOtherSentences(String text) {
    assertThat(parse(text)).isNull();
  }

  @Test
  void doesNotParseRunningTextAsOneDecision() {
    assertThat(parse("A cane " + "and more words ".repeat(120) + "is medically necessary."))
        .isNull();
  }

  @Test
  void findsAllDecisionsOfARange() {
    String text =
        """
        1) MAXIMUS has determined the request for a cane is medically necessary and appropriate.
        2) MAXIMUS has determined the request for a stick is
        not medically necessary and appropriate.
        3) MAXIMUS has determined the request for a bed is pending.
        """;

    List<DecisionSentence> decisions = DecisionSentence.findAll(text, 0, text.length());

    assertThat(decisions)
        .extracting(decision -> text.substring(decision.requestStart(), decision.requestEnd()))
        .containsExactly("a cane", "a stick");
    assertThat(decisions)
        .extracting(DecisionSentence::outcome)
        .containsExactly(DecisionOutcome.OVERTURNED, DecisionOutcome.UPHELD);
  }
}
