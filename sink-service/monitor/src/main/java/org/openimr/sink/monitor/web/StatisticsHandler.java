package org.openimr.sink.monitor.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.event.OutcomeStatistics;
import org.openimr.sink.monitor.pipeline.ThroughputSampler;
import org.openimr.sink.monitor.store.StatisticsView;

/** Figures, statistics and dead letters. */
final class StatisticsHandler {
  private static final int DEAD_LETTERS = 50;

  /** All readers within this time get the same statistics: adding them up takes a while. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final StatisticsView view;
  private final ThroughputSampler throughput;
  private List<OutcomeStatistics> cells = List.of();
  private boolean fromStandby;
  private long cellsAt = System.nanoTime() - FRESH.toNanos();

  StatisticsHandler(StatisticsView view, ThroughputSampler figures) {
    this.view = view;
    this.throughput = figures;
  }

  /** {@code GET /v1/figures}: of the last two minutes, a row a second. */
  void throughput(Context context) {
    context.json(Map.of("figures", throughput.history()));
  }

  /** {@code GET /v1/statistics?category=...}. */
  void statistics(Context context) {
    Optional<String> category = Optional.ofNullable(context.queryParam("category"));
    context.json(statistics(category));
  }

  /** {@code GET /v1/dead-letters}: counts by code, how many of them are settled, and the newest. */
  void deadLetters(Context context) {
    StatisticsView look = view.snapshot();
    context.json(
        Map.of(
            "counts", look.deadLetters(),
            "settled", look.resolved(),
            "newest", look.newestDeadLetters(DEAD_LETTERS),
            "fromStandby", look.isFromStandby()));
  }

  private synchronized StatisticsJson statistics(Optional<String> category) {
    if (System.nanoTime() - cellsAt >= FRESH.toNanos()) {
      StatisticsView look = view.snapshot();
      cells = look.cells();
      fromStandby = look.isFromStandby();
      cellsAt = System.nanoTime();
    }
    return StatisticsJson.of(cells, fromStandby, category);
  }
}
