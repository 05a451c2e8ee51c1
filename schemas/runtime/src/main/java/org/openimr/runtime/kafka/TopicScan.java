package org.openimr.runtime.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * One pass over partitions, each from an offset to another.
 *
 * <p>A partition is complete when the consumer's position reaches its end. Offsets of records can't
 * tell: the last offsets may belong to control records, aborted or compacted records, which a
 * consumer passes without returning them.
 */
final class TopicScan {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicScanOptions options;
  private final Map<TopicPartition, Long> ends;

  /** Positions of the partitions that are not complete. */
  private final Map<TopicPartition, Long> open;

  private final long total;
  private long lastProgress = System.nanoTime();

  TopicScan(
      Consumer<byte[], byte[]> consumer,
      TopicScanOptions options,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to) {
    this.consumer = consumer;
    this.options = options;
    this.ends = Map.copyOf(to);
    this.open = new HashMap<>(from);
    open.entrySet().removeIf(at -> at.getValue() >= end(at.getKey()));
    this.total = remaining();
  }

  /** Receives the records of one partition that one poll returned. */
  @FunctionalInterface
  interface PartitionHandler {
    /**
     * Processes records.
     *
     * @param records in offset order, at least one
     * @return whether to continue with this partition
     */
    boolean handle(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records);
  }

  /**
   * Reads all partitions.
   *
   * @return whether all are complete; false if a stop was requested
   * @throws TimeoutException if no partition progresses for the idle limit
   */
  boolean run(PartitionHandler handler) {
    consumer.assign(open.keySet());
    open.forEach(consumer::seek);
    while (!open.isEmpty()) {
      if (options.stopRequested().getAsBoolean()) {
        return false;
      }
      Set<TopicPartition> before = Set.copyOf(open.keySet());
      boolean progressed = poll(handler);
      if (!before.equals(open.keySet())) {
        consumer.assign(open.keySet());
      }
      checkIdle(progressed);
      options.progress().onProgress(total - remaining(), total);
    }
    return true;
  }

  /** Polls once; returns whether any position moved. */
  private boolean poll(PartitionHandler handler) {
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
    Map<TopicPartition, Long> before = Map.copyOf(open);
    open.replaceAll((partition, position) -> consumer.position(partition));
    boolean progressed = !before.equals(open);
    for (TopicPartition partition : polled.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> records = beforeEnd(polled.records(partition));
      if (!records.isEmpty() && !handler.handle(partition, records)) {
        open.remove(partition);
      }
    }
    open.entrySet().removeIf(at -> at.getValue() >= end(at.getKey()));
    return progressed;
  }

  private List<ConsumerRecord<byte[], byte[]>> beforeEnd(
      List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .filter(
            record -> record.offset() < end(new TopicPartition(record.topic(), record.partition())))
        .toList();
  }

  private long end(TopicPartition partition) {
    return Objects.requireNonNull(ends.get(partition));
  }

  private long remaining() {
    return open.entrySet().stream().mapToLong(at -> end(at.getKey()) - at.getValue()).sum();
  }

  private void checkIdle(boolean progressed) {
    long now = System.nanoTime();
    if (progressed) {
      lastProgress = now;
    } else if (now - lastProgress > options.maxIdle().toNanos()) {
      throw new TimeoutException(
          "no progress for %d ms; positions %s, ends %s"
              .formatted(options.maxIdle().toMillis(), open, ends));
    }
  }
}
