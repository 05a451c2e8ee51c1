package org.openimr.sink.monitor.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.openimr.runtime.bootstrap.PeriodicTask;
import org.openimr.sink.monitor.statistics.OutcomeTotals;
import org.openimr.sink.monitor.store.StatisticsView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the figures once a second and keeps those of the last two minutes. */
public final class ThroughputSampler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ThroughputSampler.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int KEPT = 120;

  /** Samples that a rate is taken over. */
  private static final int RATE_SAMPLES = 5;

  private final StatisticsView view;
  private final TopicLag offsets;
  private final Clock clock = Clock.systemUTC();
  private final PeriodicTask task = new PeriodicTask("monitor-figures", EVERY, this::take);
  private final Deque<ThroughputSample> history = new ArrayDeque<>();
  private boolean closed;

  public ThroughputSampler(StatisticsView view, TopicLag offsets) {
    this.view = view;
    this.offsets = offsets;
  }

  /** Begins to take figures. */
  public void start() {
    task.start();
  }

  /** Figures of the last two minutes, oldest first; empty just after the start. */
  public synchronized List<ThroughputSample> history() {
    return List.copyOf(history);
  }

  /** The newest figures. */
  public synchronized Optional<ThroughputSample> latest() {
    return Optional.ofNullable(history.peekLast());
  }

  /**
   * Waits for figures behind a sequence number.
   *
   * @return empty when no more will come
   */
  public synchronized Optional<ThroughputSample> awaitAfter(long sequence)
      throws InterruptedException {
    while (!closed && (history.isEmpty() || history.peekLast().sequence() <= sequence)) {
      wait();
    }
    return closed ? Optional.empty() : latest();
  }

  @Override
  public void close() {
    task.close();
    synchronized (this) {
      closed = true;
      notifyAll();
    }
  }

  private void take() {
    try {
      add(offsets.query());
    } catch (ExecutionException | RuntimeException e) {
      // the topics may not be there yet, or the broker away: the page says that nothing moves
      LOG.debug("no figures: {}", e.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(TopicLag.LagSnapshot standing) {
    OutcomeTotals totals = OutcomeTotals.ZERO;
    SortedMap<String, Long> deadLetters = new TreeMap<>();
    boolean ready = true;
    StatisticsView look = view.snapshot();
    try {
      totals = look.totals();
      deadLetters = look.deadLetters();
    } catch (InvalidStateStoreException e) {
      ready = false;
    }
    add(standing, totals, deadLetters, new Answered(ready, look.isFromStandby()));
  }

  /** Whether all stores answered, and whether copies did. */
  private record Answered(boolean ready, boolean fromStandby) {}

  private synchronized void add(
      TopicLag.LagSnapshot standing,
      OutcomeTotals totals,
      SortedMap<String, Long> deadLetters,
      Answered answered) {
    boolean ready = answered.ready();
    ThroughputSample before = history.peekLast();
    OutcomeTotals shown = ready || before == null ? totals : before.totals();
    ThroughputSample base = base();
    long now = clock.millis();
    double seconds = base == null ? 0 : (now - base.at()) / 1000.0;
    history.addLast(
        new ThroughputSample(
            before == null ? 1 : before.sequence() + 1,
            now,
            ready,
            answered.fromStandby(),
            standing.lettersIn(),
            shown,
            ready || before == null ? deadLetters : before.deadLetters(),
            base == null ? 0 : rate(standing.lettersIn() - base.lettersIn(), seconds),
            base == null
                ? 0
                : rate(shown.determinations() - base.totals().determinations(), seconds),
            named(standing.pending())));
    if (history.size() > KEPT) {
      history.removeFirst();
    }
    notifyAll();
  }

  private ThroughputSample base() {
    return history.stream()
        .skip(Math.max(0, history.size() - RATE_SAMPLES))
        .filter(ThroughputSample::ready)
        .findFirst()
        .orElse(null);
  }

  private static double rate(long more, double seconds) {
    return seconds <= 0 ? 0 : Math.max(0, Math.round(more / seconds * 10) / 10.0);
  }

  private static Map<String, Long> named(Map<TopicLag.Stage, Long> underWay) {
    Map<String, Long> named = new TreeMap<>();
    underWay.forEach((stage, lag) -> named.put(stage.name().toLowerCase(Locale.ROOT), lag));
    return named;
  }
}
