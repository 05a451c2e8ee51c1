package org.openimr.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void precisionIsOfTheFoundAndRecallOfTheLabelled() {
    Tally tally =
        Stream.of(
                new Verdict("f", 0, true, "a", "a"),
                new Verdict("f", 0, false, "a", "b"),
                new Verdict("f", 0, false, "a", ""),
                new Verdict("f", 0, false, "a", ""),
                new Verdict("f", 0, true, "", ""))
            .reduce(Tally.NONE, Tally::plus, Tally::plus);

    assertThat(tally).isEqualTo(new Tally(5, 4, 2, 1, 2));
    assertThat(tally.precision()).hasValue(0.5);
    assertThat(tally.recall()).hasValue(0.25);
    assertThat(tally.share()).isEqualTo(0.4);
  }

  @Test
  void nothingFoundHasNoPrecision() {
    assertThat(Tally.NONE.precision()).isEmpty();
    assertThat(Tally.NONE.recall()).isEmpty();
  }
}
