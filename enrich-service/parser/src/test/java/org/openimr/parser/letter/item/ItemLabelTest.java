package org.openimr.parser.letter.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemLabelTest {

  @ParameterizedTest
  @CsvSource({
    "'Claims Administrator guideline: none', CLAIMS_ADMINISTRATOR",
    "'MAXIMUS guideline: none', REVIEWER",
    "'Decision rationale: none', RATIONALE",
    "'Maximus guideline: none', REVIEWER",
    "'MAXIMUS Guidelines: none', REVIEWER",
    "'Claims Administrator Guideline: none', CLAIMS_ADMINISTRATOR",
    "'CLAIMS ADMINISTRATOR GUIDELINE(S) : none', CLAIMS_ADMINISTRATOR",
    "'DECISION RATIONALE: none', RATIONALE",
    "'Decision Rationale: none', RATIONALE",
    "'MAXIMUS  guide-\nline : none', REVIEWER",
    "'At 8:30: Decisionrationale: none', RATIONALE",
  })
  void findsLabel(String text, ItemLabel label) {
    ItemLabel.Occurrence occurrence = ItemLabel.findNext(text, 0);

    assertThat(occurrence).isNotNull();
    assertThat(occurrence.label()).isEqualTo(label);
    assertThat(text.substring(occurrence.end())).isEqualTo(" none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "MAXIMUS guideline",
        "maximus guideline:",
        "the rationale:",
        "guideline:"
      })
  void returnsNullWithoutLabel(String text) {
    assertThat(ItemLabel.findNext(text, 0)).isNull();
  }

  @Test
  void findsLabelsInOrder() {
    String text = "MAXIMUS guideline: a. Decision rationale: b.";

    ItemLabel.Occurrence first = ItemLabel.findNext(text, 0);
    ItemLabel.Occurrence second = ItemLabel.findNext(text, first.end());

    assertThat(first.start()).isZero();
    assertThat(second.label()).isEqualTo(ItemLabel.RATIONALE);
    assertThat(second.start()).isEqualTo(text.indexOf("Decision"));
    assertThat(ItemLabel.findNext(text, second.end())).isNull();
  }
}
