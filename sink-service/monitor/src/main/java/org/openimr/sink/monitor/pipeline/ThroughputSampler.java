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
import org.jspecify.annotations.Nullable;
import org.openimr.runtime.bootstrap.PeriodicTask;
import org.openimr.sink.monitor.statistics.OutcomeTotals;
import org.openimr.sink.monitor.store.StatisticsView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a sample once a second and keeps the samples of the last two minutes. */
public final class ThroughputSampler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ThroughputSampler.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int MAX_SAMPLES = 120;

  /** Number of samples over which rates are calculated. */
  private static final int RATE_SAMPLES = 5;

  private final StatisticsView view;
  private final LagSource lagSource;
  private final Clock clock;
  private final PeriodicTask task = new PeriodicTask("monitor-sampler", INTERVAL, this::sample);
  private final Deque<ThroughputSample> history = new ArrayDeque<>();
  private boolean closed;

  /** Queries received letters and lag. */
  @FunctionalInterface
  interface LagSource {
    TopicLag.LagSnapshot query() throws ExecutionException, InterruptedException;
  }

  public ThroughputSampler(StatisticsView view, TopicLag topicLag) {
    this(view, topicLag::query, Clock.systemUTC());
  }

  ThroughputSampler(StatisticsView view, LagSource lagSource, Clock clock) {
    this.view = view;
    this.lagSource = lagSource;
    this.clock = clock;
  }

  /** Starts sampling. */
  public void start() {
    task.start();
  }

  /** The samples of the last two minutes, oldest first; empty just after the start. */
  public synchronized List<ThroughputSample> history() {
    return List.copyOf(history);
  }

  /** The newest sample. */
  public synchronized Optional<ThroughputSample> latest() {
    return Optional.ofNullable(history.peekLast());
  }

  /**
   * Waits for a sample after a sequence number.
   *
   * @return the newest sample; empty if the sampler is closed
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

  /** Takes one sample, unless the broker does not answer. */
  void sample() {
    try {
      add(lagSource.query());
    } catch (ExecutionException | RuntimeException e) {
      // topics may not exist yet, or the broker may be unavailable: the page shows missing samples
      LOG.debug("no sample: {}", e.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(TopicLag.LagSnapshot lag) {
    OutcomeTotals totals = OutcomeTotals.ZERO;
    SortedMap<String, Long> deadLetters = new TreeMap<>();
    boolean ready = true;
    StatisticsView snapshot = view.snapshot();
    try {
      totals = snapshot.totals();
      deadLetters = snapshot.deadLetters();
    } catch (InvalidStateStoreException e) {
      ready = false;
    }
    add(lag, totals, deadLetters, new StoreAvailability(ready, snapshot.isFromStandby()));
  }

  /** Whether all stores were available, and whether standby copies were read. */
  private record StoreAvailability(boolean ready, boolean fromStandby) {}

  private synchronized void add(
      TopicLag.LagSnapshot lag,
      OutcomeTotals totals,
      SortedMap<String, Long> deadLetters,
      StoreAvailability availability) {
    boolean ready = availability.ready();
    ThroughputSample previous = history.peekLast();
    OutcomeTotals shown = ready || previous == null ? totals : previous.totals();
    ThroughputSample base = base();
    long now = clock.millis();
    double seconds = base == null ? 0 : (now - base.at()) / 1000.0;
    history.addLast(
        new ThroughputSample(
            previous == null ? 1 : previous.sequence() + 1,
            now,
            ready,
            availability.fromStandby(),
            lag.lettersIn(),
            shown,
            ready || previous == null ? deadLetters : previous.deadLetters(),
            base == null ? 0 : rate(lag.lettersIn() - base.lettersIn(), seconds),
            base == null
                ? 0
                : rate(shown.determinations() - base.totals().determinations(), seconds),
            byStageName(lag.pending())));
    if (history.size() > MAX_SAMPLES) {
      history.removeFirst();
    }
    notifyAll();
  }

  private @Nullable ThroughputSample base() {
    return history.stream()
        .skip(Math.max(0, history.size() - RATE_SAMPLES))
        .filter(ThroughputSample::ready)
        .findFirst()
        .orElse(null);
  }

  private static double rate(long increase, double seconds) {
    return seconds <= 0 ? 0 : Math.max(0, Math.round(increase / seconds * 10) / 10.0);
  }

  private static Map<String, Long> byStageName(Map<TopicLag.Stage, Long> pending) {
    Map<String, Long> byName = new TreeMap<>();
    pending.forEach((stage, lag) -> byName.put(stage.name().toLowerCase(Locale.ROOT), lag));
    return byName;
  }
}
