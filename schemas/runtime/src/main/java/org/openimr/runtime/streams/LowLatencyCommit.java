package org.openimr.runtime.streams;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Commits soon what came in just now, so that it can be read, and leaves all else to the commit
 * interval, so that a transaction of the history holds many letters.
 *
 * <p>Of a processor, and to be told of each record. All tasks of a stream thread commit together.
 */
public final class LowLatencyCommit {
  /** Older records are a backlog: there it is throughput that counts. */
  private static final long FRESH_MILLIS = 500;

  /** Least time between two commits of a thread: a transaction costs as much as some letters. */
  private static final long GAP_MILLIS = 25;

  private static final ThreadLocal<long[]> LAST_OF_THREAD =
      ThreadLocal.withInitial(() -> new long[1]);

  private final ProcessorContext<?, ?> context;
  private Cancellable waiting;

  public LowLatencyCommit(ProcessorContext<?, ?> context) {
    this.context = context;
  }

  /**
   * Tells that a record was processed.
   *
   * @param timestamp the record's own
   */
  public void recordProcessed(long timestamp) {
    long now = context.currentSystemTimeMs();
    if (waiting != null || Math.abs(now - timestamp) > FRESH_MILLIS) {
      return;
    }
    if (Math.abs(now - LAST_OF_THREAD.get()[0]) >= GAP_MILLIS) {
      commit(now);
    } else {
      waiting =
          context.schedule(
              Duration.ofMillis(GAP_MILLIS), PunctuationType.WALL_CLOCK_TIME, this::waited);
    }
  }

  private void waited(long now) {
    waiting.cancel();
    waiting = null;
    commit(now);
  }

  private void commit(long now) {
    LAST_OF_THREAD.get()[0] = now;
    context.commit();
  }
}
