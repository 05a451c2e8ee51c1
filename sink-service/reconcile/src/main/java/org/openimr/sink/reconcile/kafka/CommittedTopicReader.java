package org.openimr.sink.reconcile.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.schemas.topic.AdminFutures;

/** Reads committed records, and the offsets of partitions and consumer groups. */
public final class CommittedTopicReader implements AutoCloseable {
  /** First number of offsets to go back: one row and the control records of its transactions. */
  private static final int FIRST_STEP = 8;

  private final Admin admin;
  private final CommittedTopicScanner scanner;

  public CommittedTopicReader(Map<String, String> kafka) {
    this.admin = Admin.create(new HashMap<>(kafka));
    this.scanner = new CommittedTopicScanner(kafka);
  }

  /** All partitions of a topic; empty if the topic does not exist. */
  public List<TopicPartition> partitions(String topic) {
    return scanner.partitions(topic);
  }

  /** Offsets of the first record that each partition still holds. */
  public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
    return scanner.beginningOffsets(partitions);
  }

  /** Last stable offsets: the end of the committed records, exclusive. */
  public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
    return scanner.endOffsets(partitions);
  }

  /** Committed offsets of a consumer group; without partitions that it has not committed. */
  Map<TopicPartition, Long> committedOffsets(String group) {
    try {
      Map<TopicPartition, Long> offsets = new HashMap<>();
      get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
          .forEach((partition, offset) -> put(offsets, partition, offset));
      return offsets;
    } catch (GroupIdNotFoundException e) {
      return Map.of();
    }
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return AdminFutures.get(future);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private static void put(
      Map<TopicPartition, Long> offsets, TopicPartition partition, OffsetAndMetadata offset) {
    if (offset != null) {
      offsets.put(partition, offset.offset());
    }
  }

  /**
   * Partitions, with the given offset, that hold a record at or after it; a partition in which only
   * control records follow has none. Reads about one batch per partition.
   */
  Map<TopicPartition, Long> partitionsWithRecords(Map<TopicPartition, Long> from) {
    Map<TopicPartition, Long> found = new HashMap<>(from);
    found.keySet().retainAll(scanner.firstRecords(from, endOffsets(from.keySet())).keySet());
    return found;
  }

  /** Latest value of each partition, whatever its key; reads the last few offsets only. */
  Map<TopicPartition, byte[]> latestValues(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> begins = beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = endOffsets(partitions);
    Map<TopicPartition, byte[]> values = new HashMap<>();
    Map<TopicPartition, Long> open = new HashMap<>(ends);
    open.entrySet().removeIf(end -> end.getValue() <= offset(begins, end.getKey()));
    for (long back = FIRST_STEP; !open.isEmpty(); back *= FIRST_STEP) {
      long step = back;
      open.replaceAll((at, from) -> Math.max(offset(begins, at), offset(ends, at) - step));
      read(open, ends, record -> put(values, record));
      open.entrySet()
          .removeIf(
              at ->
                  values.containsKey(at.getKey()) || at.getValue() <= offset(begins, at.getKey()));
    }
    return values;
  }

  private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition));
  }

  private static void put(
      Map<TopicPartition, byte[]> values, ConsumerRecord<byte[], byte[]> record) {
    if (record.value() != null) {
      values.put(new TopicPartition(record.topic(), record.partition()), record.value());
    }
  }

  /**
   * Reads ranges of partitions, each in offset order.
   *
   * @param from first offset of each partition
   * @param to end of each of these partitions, exclusive
   */
  public void read(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Consumer<ConsumerRecord<byte[], byte[]>> action) {
    scanner.scan(from, to, action);
  }

  /** Bytes of records fetched so far. */
  public long bytesRead() {
    return scanner.bytesRead();
  }

  @Override
  public void close() {
    scanner.close();
    admin.close(Duration.ZERO);
  }
}
