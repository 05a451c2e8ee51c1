package org.openimr.sink.reconcile.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.openimr.schemas.topic.AdminFutures;

/** Committed records and offsets of a broker. */
public final class CommittedTopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String ANSWER_LIMIT_MILLIS = "10000";
  private static final String FETCH_BYTES = Integer.toString(4 * 1024 * 1024);

  /** Offsets to go back at first: a row and the ends of its transactions. */
  private static final int FIRST_STEP = 8;

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;

  public CommittedTopicReader(Map<String, String> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.putIfAbsent("default.api.timeout.ms", ANSWER_LIMIT_MILLIS);
    settings.putIfAbsent("fetch.max.wait.ms", "50");
    settings.putIfAbsent("max.partition.fetch.bytes", FETCH_BYTES);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    this.admin = Admin.create(new HashMap<>(kafka));
    this.consumer = new KafkaConsumer<>(settings, bytes, bytes);
  }

  /** All partitions of a topic; none if there is no such topic. */
  public List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
    return offsets(partitions, OffsetSpec.earliest());
  }

  /** Where what is committed ends. */
  public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
    return offsets(partitions, OffsetSpec.latest());
  }

  /** By the admin client: a consumer warns of each partition that it is not assigned to. */
  private Map<TopicPartition, Long> offsets(
      Collection<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    answer(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  /** How far a consumer group is; without those partitions that it has not begun. */
  Map<TopicPartition, Long> committedOffsets(String group) {
    try {
      Map<TopicPartition, Long> offsets = new HashMap<>();
      answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
          .forEach((partition, offset) -> put(offsets, partition, offset));
      return offsets;
    } catch (GroupIdNotFoundException e) {
      return Map.of();
    }
  }

  private static <T> T answer(KafkaFuture<T> asked) {
    try {
      return AdminFutures.get(asked);
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
   * Those partitions that hold a record from an offset on; where only ends of transactions follow,
   * nothing waits. Reads one batch of each at most.
   */
  Map<TopicPartition, Long> partitionsWithRecords(Map<TopicPartition, Long> from) {
    Map<TopicPartition, Long> ends = endOffsets(from.keySet());
    Map<TopicPartition, Long> open = new HashMap<>(from);
    open.entrySet().removeIf(each -> each.getValue() >= ends.get(each.getKey()));
    Map<TopicPartition, Long> found = new HashMap<>();
    while (!open.isEmpty()) {
      consumer.assign(open.keySet());
      open.forEach(consumer::seek);
      for (TopicPartition partition : consumer.poll(POLL).partitions()) {
        found.put(partition, open.remove(partition));
      }
      open.replaceAll((partition, offset) -> consumer.position(partition));
      open.entrySet().removeIf(each -> each.getValue() >= ends.get(each.getKey()));
    }
    return found;
  }

  /** The newest value of each partition, whatever its key; reads the ends of partitions only. */
  Map<TopicPartition, byte[]> latestValues(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> begins = beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = endOffsets(partitions);
    Map<TopicPartition, byte[]> values = new HashMap<>();
    Map<TopicPartition, Long> open = new HashMap<>(ends);
    open.entrySet().removeIf(end -> end.getValue() <= begins.get(end.getKey()));
    for (long back = FIRST_STEP; !open.isEmpty(); back *= FIRST_STEP) {
      long step = back;
      open.replaceAll((at, from) -> Math.max(begins.get(at), ends.get(at) - step));
      read(
          open,
          ends,
          record -> {
            if (record.value() != null) {
              values.put(new TopicPartition(record.topic(), record.partition()), record.value());
            }
          });
      open.entrySet()
          .removeIf(
              at -> values.containsKey(at.getKey()) || at.getValue() <= begins.get(at.getKey()));
    }
    return values;
  }

  /** Reads partitions from some offsets to others, each in order. */
  public void read(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    Map<TopicPartition, Long> open = new HashMap<>(from);
    open.entrySet().removeIf(each -> each.getValue() >= to.get(each.getKey()));
    consumer.assign(open.keySet());
    open.forEach(consumer::seek);
    while (!open.isEmpty()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < to.get(new TopicPartition(record.topic(), record.partition()))) {
          taker.accept(record);
        }
      }
      open.keySet().removeIf(partition -> consumer.position(partition) >= to.get(partition));
      consumer.assign(open.keySet());
    }
  }

  /** Bytes of records fetched so far. */
  public long bytesRead() {
    return consumer.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("bytes-consumed-total"))
        .filter(metric -> !metric.getKey().tags().containsKey("topic"))
        .mapToLong(metric -> ((Double) metric.getValue().metricValue()).longValue())
        .sum();
  }

  @Override
  public void close() {
    consumer.close();
    admin.close(Duration.ZERO);
  }
}
