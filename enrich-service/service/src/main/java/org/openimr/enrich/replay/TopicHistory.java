package org.openimr.enrich.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.runtime.kafka.TopicScanOptions;
import org.openimr.schemas.topic.Topic;

/**
 * The determinations and letters that the topics hold when it is opened, read one partition at a
 * time.
 */
final class TopicHistory implements AutoCloseable {
  private final CommittedTopicScanner scanner;
  private final int partitions;
  private final Map<TopicPartition, Long> from = new HashMap<>();
  private final Map<TopicPartition, Long> to = new HashMap<>();
  private final long total;

  /** Offsets of the ranges that are read completely. */
  private long completed;

  /**
   * Looks up the ranges to read.
   *
   * @throws IllegalStateException if the two topics differ in their number of partitions
   */
  TopicHistory(
      Map<String, String> kafka,
      ReplayScope scope,
      ReplayRunner.ProgressListener progress,
      BooleanSupplier stopRequested) {
    this.scanner =
        new CommittedTopicScanner(
            kafka,
            TopicScanOptions.COMMITTED
                .withProgress((read, ofRange) -> onProgress(progress, read))
                .withStop(stopRequested));
    try {
      this.partitions = findRanges(scope);
    } catch (RuntimeException e) {
      scanner.close();
      throw e;
    }
    this.total = to.keySet().stream().mapToLong(this::size).sum();
  }

  private int findRanges(ReplayScope scope) {
    List<TopicPartition> determinations = scanner.partitions(Topic.DETERMINATIONS.topicName());
    List<TopicPartition> letters = scanner.partitions(Topic.LETTERS.topicName());
    if (determinations.size() != letters.size()) {
      throw new IllegalStateException(
          "%s and %s differ in their number of partitions"
              .formatted(Topic.DETERMINATIONS.topicName(), Topic.LETTERS.topicName()));
    }
    from.putAll(scanner.beginningOffsets(determinations));
    to.putAll(scanner.endOffsets(determinations));
    from.putAll(startOffsets(letters, scope));
    to.putAll(endOffsets(letters, scope));
    return letters.size();
  }

  int partitions() {
    return partitions;
  }

  /** Passes the determinations of a partition to an action, as batches in offset order. */
  boolean determinations(int partition, Consumer<List<ConsumerRecord<byte[], byte[]>>> action) {
    return read(new TopicPartition(Topic.DETERMINATIONS.topicName(), partition), action);
  }

  /**
   * Passes the letters of a partition to an action, as batches in offset order.
   *
   * @return whether the end was reached; false if a stop was requested
   */
  boolean letters(int partition, Consumer<List<ConsumerRecord<byte[], byte[]>>> action) {
    return read(new TopicPartition(Topic.LETTERS.topicName(), partition), action);
  }

  private boolean read(
      TopicPartition partition, Consumer<List<ConsumerRecord<byte[], byte[]>>> action) {
    boolean isComplete =
        scanner.scanBatches(
            Map.of(partition, from.get(partition)), Map.of(partition, to.get(partition)), action);
    completed += size(partition);
    return isComplete;
  }

  private void onProgress(ReplayRunner.ProgressListener progress, long read) {
    progress.onProgress(completed + read, total);
  }

  private long size(TopicPartition partition) {
    return Math.max(
        0, Objects.requireNonNull(to.get(partition)) - Objects.requireNonNull(from.get(partition)));
  }

  private Map<TopicPartition, Long> startOffsets(List<TopicPartition> letters, ReplayScope scope) {
    Map<TopicPartition, Long> begins = new HashMap<>(scanner.beginningOffsets(letters));
    scope.from().ifPresent(time -> begins.putAll(scanner.offsetsAt(letters, time)));
    scope
        .fromOffset()
        .ifPresent(offset -> begins.replaceAll((at, begin) -> Math.max(begin, offset)));
    return begins;
  }

  private Map<TopicPartition, Long> endOffsets(List<TopicPartition> letters, ReplayScope scope) {
    return scope
        .until()
        .map(time -> scanner.offsetsAt(letters, time))
        .orElseGet(() -> scanner.endOffsets(letters));
  }

  @Override
  public void close() {
    scanner.close();
  }
}
