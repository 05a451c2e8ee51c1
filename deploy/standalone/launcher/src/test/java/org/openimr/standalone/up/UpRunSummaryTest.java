package org.openimr.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UpRunSummaryTest {
  @Test
  void countsLettersItemsDuplicatesAndDeadLettersByReason() {
    OutcomeTally tally =
        new OutcomeTally(5, 7, 2, new TreeMap<>(Map.of("TOO_LARGE", 1L, "NOT_A_LETTER", 2L)));

    assertThat(new UpRunSummary(9, tally, 1, Duration.ofMillis(4500)).lines())
        .containsExactly(
            "9 letters in 4.5 s, 2.0 letters/s",
            "  determinations       5   9 items: 7 upheld, 2 overturned",
            "  duplicates           1",
            "  dead letters         3   NOT_A_LETTER 2, TOO_LARGE 1");
  }

  @Test
  void countsPendingLetters() {
    assertThat(new UpRunSummary(3, OutcomeTally.EMPTY, 1, Duration.ofSeconds(1)).lines())
        .contains("  pending              2");
  }

  @Test
  void formatsRunWithoutLetters() {
    assertThat(new UpRunSummary(0, OutcomeTally.EMPTY, 0, Duration.ZERO).lines())
        .contains("0 letters in 0.0 s, 0.0 letters/s");
  }
}
