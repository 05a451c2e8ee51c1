package org.openimr.tools.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openimr.tools.evaluation.comparison.FieldResult;

class FieldTallyTest {

  @Test
  void computesPrecisionRecallAndShare() {
    FieldTally tally =
        Stream.of(
                new FieldResult("f", 0, true, "a", "a"),
                new FieldResult("f", 0, false, "a", "b"),
                new FieldResult("f", 0, false, "a", ""),
                new FieldResult("f", 0, false, "a", ""),
                new FieldResult("f", 0, true, "", ""))
            .reduce(FieldTally.NONE, FieldTally::plus, FieldTally::plus);

    assertThat(tally).isEqualTo(new FieldTally(5, 4, 2, 1, 2));
    assertThat(tally.precision()).hasValue(0.5);
    assertThat(tally.recall()).hasValue(0.25);
    assertThat(tally.share()).isEqualTo(0.4);
  }

  @Test
  void emptyTallyHasNoPrecisionOrRecall() {
    assertThat(FieldTally.NONE.precision()).isEmpty();
    assertThat(FieldTally.NONE.recall()).isEmpty();
  }
}
