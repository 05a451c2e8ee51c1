package org.openimr.parser.letter.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.DecisionOutcome;

class DecisionWordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cane: Upheld | UPHELD",
        "Cane: OVERTURNED | OVERTURNED",
        "Cane: Overturned. | OVERTURNED",
        "Cane : Up held . | UPHELD",
        "Cane UPHELD | UPHELD",
      })
  void findsWordThatEndsTheHeading(String heading, DecisionOutcome outcome) {
    DecisionWord word = DecisionWord.findBefore(heading + "\n", 0, heading.length() + 1);

    assertThat(word).isNotNull();
    assertThat(word.outcome()).isEqualTo(outcome);
    assertThat(heading.substring(0, word.headingEnd())).isEqualTo("Cane");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cane", "Cane: Upheld in part", "Cane: upheld", "Cane: Modified"})
  void returnsNullForOtherHeadings(String heading) {
    assertThat(DecisionWord.findBefore(heading, 0, heading.length())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is refused.\nCane: |Upheld",
        "It is refused.\nCane: |OVERTURNED\nMore text.",
        "It is refused.\nCane: |Upheld Claims Administrator guideline: none",
      })
  void findsStandaloneWord(String marked) {
    String text = marked.replace("|", "");

    assertThat(DecisionWord.findStandalone(text, 0, text.length())).isEqualTo(marked.indexOf('|'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"The denial was Upheld", "Result: Upheld in 2015", "Upheld", "x: upheld"})
  void ignoresWordInRunningText(String text) {
    assertThat(DecisionWord.findStandalone(text, 0, text.length())).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cane: Partially Overturned",
        "Cane: PARTIALLY UPHELD.",
        "Cane: partly\nUpheld",
        "Cane: Upheld in part",
        "Cane: Overturned In Part.",
        "Cane: Modified",
        "Cane: MODIFIED",
        "Cane: Overturned with modification",
      })
  void recognizesPartialDecision(String heading) {
    assertThat(DecisionWord.findBefore(heading, 0, heading.length())).isNull();
    assertThat(DecisionWord.isPartialBefore(heading, 0, heading.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Cane: Upheld", "Cane", "", "Impartially: Upheld", "Granted in part: Upheld"})
  void doesNotTakeWholeDecisionForPartial(String heading) {
    assertThat(DecisionWord.isPartialBefore(heading, 0, heading.length())).isFalse();
  }
}
