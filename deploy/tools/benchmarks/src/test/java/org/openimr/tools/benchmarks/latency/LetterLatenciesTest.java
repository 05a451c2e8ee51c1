package org.openimr.tools.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openimr.tools.benchmarks.report.PlotPanel;

class LetterLatenciesTest {
  private static final LetterLatencies LATENCIES =
      new LetterLatencies(
          List.of("a", "b", "c", "d"),
          Map.of("a", 10_000L, "b", 10_500L, "c", 11_200L, "d", 11_300L),
          Map.of("a", 10_040L, "b", 11_100L, "c", 11_260L),
          Map.of("a", 2L, "b", 3L, "c", 4L));

  @Test
  void countsLettersWithoutDetermination() {
    assertThat(LATENCIES.completed()).isEqualTo(3);
    assertThat(LATENCIES.missing()).isEqualTo(1);
    assertThat(LatencyPercentiles.describe(LATENCIES.endToEnd()))
        .contains("p50 60 ms", "max 600 ms");
    assertThat(LatencyPercentiles.describe(LATENCIES.singleTopic()))
        .contains("p50 3 ms", "max 4 ms");
  }

  @Test
  void plotsRateAndLagPerSecond() {
    List<PlotPanel> panels = LATENCIES.panels();

    assertThat(panels.get(1).lines().getFirst().points())
        .extracting(PlotPanel.Point::at, PlotPanel.Point::figure)
        .containsExactly(tuple(0.0, 1.0), tuple(1.0, 2.0));
    assertThat(panels.get(2).lines().getFirst().points())
        .as("b is pending at the end of the first second")
        .extracting(PlotPanel.Point::at, PlotPanel.Point::figure)
        .containsExactly(tuple(0.0, 1.0), tuple(1.0, 0.0));
  }

  @Test
  void plotsNothingWithoutDeterminations() {
    LetterLatencies none = new LetterLatencies(List.of("a"), Map.of(), Map.of(), Map.of());

    assertThat(none.missing()).isEqualTo(1);
    assertThat(none.panels()).allSatisfy(panel -> assertThat(panel.max()).isZero());
  }
}
