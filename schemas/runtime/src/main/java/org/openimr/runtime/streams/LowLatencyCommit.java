package org.openimr.runtime.streams;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Commits soon after a new record was processed, so that consumers can read its events, and leaves
 * a backlog to the commit interval, so that its transactions hold many letters.
 *
 * <p>Belongs to one processor, which reports each record. All tasks of a stream thread commit
 * together.
 */
public final class LowLatencyCommit {
  /** Older records are a backlog, where throughput matters. */
  private static final long MAX_FRESH_AGE_MILLIS = 500;

  /** Minimum time between commits of a thread: a commit costs as much as several letters. */
  private static final long MIN_INTERVAL_MILLIS = 25;

  private static final ThreadLocal<long[]> LAST_COMMIT_OF_THREAD =
      ThreadLocal.withInitial(() -> new long[1]);

  private final ProcessorContext<?, ?> context;
  private @Nullable Cancellable scheduled;

  public LowLatencyCommit(ProcessorContext<?, ?> context) {
    this.context = context;
  }

  /**
   * Reports that a record was processed.
   *
   * @param timestamp of the record
   */
  public void recordProcessed(long timestamp) {
    long now = context.currentSystemTimeMs();
    if (scheduled != null || Math.abs(now - timestamp) > MAX_FRESH_AGE_MILLIS) {
      return;
    }
    if (Math.abs(now - LAST_COMMIT_OF_THREAD.get()[0]) >= MIN_INTERVAL_MILLIS) {
      commit(now);
    } else {
      scheduled =
          context.schedule(
              Duration.ofMillis(MIN_INTERVAL_MILLIS),
              PunctuationType.WALL_CLOCK_TIME,
              this::commitScheduled);
    }
  }

  private void commitScheduled(long now) {
    if (scheduled != null) {
      scheduled.cancel();
      scheduled = null;
    }
    commit(now);
  }

  private void commit(long now) {
    LAST_COMMIT_OF_THREAD.get()[0] = now;
    context.commit();
  }
}
