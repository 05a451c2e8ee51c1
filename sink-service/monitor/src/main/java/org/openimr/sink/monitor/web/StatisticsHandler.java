package org.openimr.sink.monitor.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.event.OutcomeStatistics;
import org.openimr.sink.monitor.pipeline.ThroughputSampler;
import org.openimr.sink.monitor.store.StatisticsView;

/** Endpoints for throughput, statistics, warnings and dead letters. */
final class StatisticsHandler {
  private static final int MAX_DEAD_LETTERS = 50;

  /** Statistics are cached for this time, because summing them is expensive. */
  private static final Duration CACHE_TIME = Duration.ofSeconds(1);

  private final StatisticsView view;
  private final ThroughputSampler sampler;
  private final Optional<String> documentation;
  private List<OutcomeStatistics> cells = List.of();
  private boolean fromStandby;
  private long cachedAt = System.nanoTime() - CACHE_TIME.toNanos();

  /**
   * Creates the handler.
   *
   * @param documentation URL of the page that describes warnings, if it is published
   */
  StatisticsHandler(
      StatisticsView view, ThroughputSampler sampler, Optional<String> documentation) {
    this.view = view;
    this.sampler = sampler;
    this.documentation = documentation;
  }

  /** {@code GET /v1/figures}: samples of the last two minutes, one per second. */
  void throughput(Context context) {
    context.json(Map.of("figures", sampler.history()));
  }

  /**
   * {@code GET /v1/statistics?category=...}: outcomes by category, month, specialty and guideline.
   */
  void statistics(Context context) {
    Optional<String> category = Optional.ofNullable(context.queryParam("category"));
    context.json(statistics(category));
  }

  /** {@code GET /v1/dead-letters}: total and settled counts by code, and the newest. */
  void deadLetters(Context context) {
    StatisticsView snapshot = view.snapshot();
    context.json(
        Map.of(
            "counts", snapshot.deadLetters(),
            "settled", snapshot.resolved(),
            "newest", snapshot.newestDeadLetters(MAX_DEAD_LETTERS),
            "fromStandby", snapshot.isFromStandby()));
  }

  /** {@code GET /v1/warnings}: cases by code of the warnings in their newest revision. */
  void warnings(Context context) {
    StatisticsView snapshot = view.snapshot();
    context.json(
        WarningsJson.of(
            snapshot.warnings(),
            snapshot.totals().cases(),
            documentation.orElse(""),
            snapshot.isFromStandby()));
  }

  private synchronized StatisticsJson statistics(Optional<String> category) {
    if (System.nanoTime() - cachedAt >= CACHE_TIME.toNanos()) {
      StatisticsView snapshot = view.snapshot();
      cells = snapshot.cells();
      fromStandby = snapshot.isFromStandby();
      cachedAt = System.nanoTime();
    }
    return StatisticsJson.of(cells, fromStandby, category);
  }
}
