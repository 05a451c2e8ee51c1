package org.openimr.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterTimesTest {
  private static final LetterTimes TIMES =
      new LetterTimes(
          List.of("a", "b", "c", "d"),
          Map.of("a", 10_000L, "b", 10_500L, "c", 11_200L, "d", 11_300L),
          Map.of("a", 10_040L, "b", 11_100L, "c", 11_260L),
          Map.of("a", 2L, "b", 3L, "c", 4L));

  @Test
  void aLetterThatDidNotComeOutIsCounted() {
    assertThat(TIMES.out()).isEqualTo(3);
    assertThat(TIMES.missing()).isEqualTo(1);
    assertThat(TIMES.through().described()).contains("p50 60 ms", "most 600 ms");
    assertThat(TIMES.echoes().described()).contains("p50 3 ms", "most 4 ms");
  }

  @Test
  void rateAndLagAreThoseOfEachSecond() {
    List<Panel> panels = TIMES.panels();

    assertThat(panels.get(1).lines().getFirst().points())
        .extracting(Panel.Point::at, Panel.Point::figure)
        .containsExactly(tuple(0.0, 1.0), tuple(1.0, 2.0));
    assertThat(panels.get(2).lines().getFirst().points())
        .as("b waits at the end of the first second")
        .extracting(Panel.Point::at, Panel.Point::figure)
        .containsExactly(tuple(0.0, 1.0), tuple(1.0, 0.0));
  }

  @Test
  void whereNothingCameOutThePanelsAreEmpty() {
    LetterTimes none = new LetterTimes(List.of("a"), Map.of(), Map.of(), Map.of());

    assertThat(none.missing()).isEqualTo(1);
    assertThat(none.panels()).allSatisfy(panel -> assertThat(panel.most()).isZero());
  }
}
