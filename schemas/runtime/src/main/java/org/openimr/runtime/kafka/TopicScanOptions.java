package org.openimr.runtime.kafka;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.IsolationLevel;

/**
 * Options of a {@link CommittedTopicScanner}.
 *
 * @param isolationLevel whether records of open and aborted transactions are returned
 * @param awaitOpenTransactions whether a scan of committed records waits until the transactions
 *     that are open at its start have ended; otherwise it ends just before them
 * @param maxIdle limit of the time without progress in any partition, more than 0
 * @param progress receives the progress after each poll
 * @param stopRequested checked before each poll; a scan that is stopped does not reach the end
 */
public record TopicScanOptions(
    IsolationLevel isolationLevel,
    boolean awaitOpenTransactions,
    Duration maxIdle,
    ScanProgressListener progress,
    BooleanSupplier stopRequested) {
  private static final Duration DEFAULT_MAX_IDLE = Duration.ofSeconds(30);

  /** Committed records, up to the first open transaction, at most 30 s without progress. */
  public static final TopicScanOptions COMMITTED =
      new TopicScanOptions(
          IsolationLevel.READ_COMMITTED, false, DEFAULT_MAX_IDLE, (read, total) -> {}, () -> false);

  /** All records, those of open and aborted transactions included. */
  public static final TopicScanOptions UNCOMMITTED =
      new TopicScanOptions(
          IsolationLevel.READ_UNCOMMITTED,
          false,
          DEFAULT_MAX_IDLE,
          (read, total) -> {},
          () -> false);

  /** Same options, but waits for open transactions, at most {@code maxIdle} without progress. */
  public TopicScanOptions awaitingOpenTransactions(Duration maxIdle) {
    return new TopicScanOptions(isolationLevel, true, maxIdle, progress, stopRequested);
  }

  /** Same options with another limit of the time without progress. */
  public TopicScanOptions withMaxIdle(Duration maxIdle) {
    return new TopicScanOptions(
        isolationLevel, awaitOpenTransactions, maxIdle, progress, stopRequested);
  }

  /** Same options with a listener of progress. */
  public TopicScanOptions withProgress(ScanProgressListener progress) {
    return new TopicScanOptions(
        isolationLevel, awaitOpenTransactions, maxIdle, progress, stopRequested);
  }

  /** Same options with a condition that stops the scan before its end. */
  public TopicScanOptions withStop(BooleanSupplier stopRequested) {
    return new TopicScanOptions(
        isolationLevel, awaitOpenTransactions, maxIdle, progress, stopRequested);
  }

  /** Isolation level of the end offset that a scan reads up to. */
  IsolationLevel endIsolationLevel() {
    return awaitOpenTransactions ? IsolationLevel.READ_UNCOMMITTED : isolationLevel;
  }

  /** Receives the progress of a scan. */
  @FunctionalInterface
  public interface ScanProgressListener {
    /**
     * Called after each poll.
     *
     * @param read offsets that this scan has passed so far, from 0
     * @param total offsets between the start and the end of this scan
     */
    void onProgress(long read, long total);
  }
}
