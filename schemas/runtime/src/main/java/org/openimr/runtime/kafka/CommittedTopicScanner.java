package org.openimr.runtime.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.openimr.schemas.topic.AdminFutures;

/**
 * Reads topics to the end that they have when a scan starts, by default committed records only.
 *
 * <p>The end of committed records is the last stable offset: a scan ends before the first open
 * transaction instead of waiting for it, unless {@link TopicScanOptions#awaitOpenTransactions} asks
 * for that. A scan belongs to no consumer group and commits no offsets. Not thread-safe.
 *
 * <p>All methods throw a {@link KafkaException} if the broker refuses or does not answer within
 * {@code default.api.timeout.ms}, here 10 s by default.
 */
public final class CommittedTopicScanner implements AutoCloseable {
  private static final String API_TIMEOUT_MILLIS = "10000";
  private static final String FETCH_WAIT_MILLIS = "50";
  private static final String FETCH_BYTES = Integer.toString(4 * 1024 * 1024);

  private final TopicScanOptions options;
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * Scans with {@link TopicScanOptions#COMMITTED}.
   *
   * @param kafka settings of the clients, {@code bootstrap.servers} at least
   */
  public CommittedTopicScanner(Map<String, ?> kafka) {
    this(kafka, TopicScanOptions.COMMITTED);
  }

  /**
   * @param kafka settings of the clients, {@code bootstrap.servers} at least
   */
  public CommittedTopicScanner(Map<String, ?> kafka, TopicScanOptions options) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("isolation.level", options.isolationLevel().toString());
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    // a record deleted between the look-up of offsets and the fetch: continue at the first one left
    settings.put("auto.offset.reset", "earliest");
    settings.putIfAbsent("default.api.timeout.ms", API_TIMEOUT_MILLIS);
    settings.putIfAbsent("fetch.max.wait.ms", FETCH_WAIT_MILLIS);
    settings.putIfAbsent("max.partition.fetch.bytes", FETCH_BYTES);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    this.options = options;
    this.consumer = new KafkaConsumer<>(settings, bytes, bytes);
    this.admin = Admin.create(adminSettings(settings));
  }

  private static Map<String, Object> adminSettings(Map<String, Object> consumer) {
    Map<String, Object> settings = new HashMap<>(consumer);
    settings
        .keySet()
        .removeIf(
            key ->
                ConsumerConfig.configNames().contains(key)
                    && !AdminClientConfig.configNames().contains(key));
    // an admin client, unlike a consumer, rejects a request timeout above that of the call
    int callMillis = millis(settings, "default.api.timeout.ms", 0);
    int requestMillis = millis(settings, "request.timeout.ms", callMillis);
    settings.put("request.timeout.ms", Math.min(requestMillis, callMillis));
    return settings;
  }

  private static int millis(Map<String, Object> settings, String key, int absent) {
    return Integer.parseInt(String.valueOf(settings.getOrDefault(key, absent)));
  }

  /** Names of all topics that the principal may describe, internal ones included. */
  public Set<String> topics() {
    return Set.copyOf(consumer.listTopics().keySet());
  }

  /** All partitions of a topic; empty if the topic does not exist. */
  public List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  /** Offsets of the first record that each partition still holds. */
  public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
    return offsets(partitions, OffsetSpec.earliest());
  }

  /** Offsets that a scan starting now would end at, exclusive. */
  public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
    return offsets(partitions, OffsetSpec.latest());
  }

  /** Offsets of the first records at or after a time; the end where there are none. */
  public Map<TopicPartition, Long> offsetsAt(Collection<TopicPartition> partitions, Instant time) {
    Map<TopicPartition, Long> offsets = new HashMap<>(endOffsets(partitions));
    offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli()))
        .forEach(
            (partition, offset) -> {
              if (offset >= 0) {
                offsets.put(partition, offset);
              }
            });
    return offsets;
  }

  /** Uses the admin client: a consumer logs a warning per partition that it is not assigned to. */
  private Map<TopicPartition, Long> offsets(
      Collection<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> request = new HashMap<>();
    partitions.forEach(partition -> request.put(partition, spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    listOffsets(request).forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> listOffsets(
      Map<TopicPartition, OffsetSpec> request) {
    IsolationLevel isolation = options.endIsolationLevel();
    try {
      return AdminFutures.get(admin.listOffsets(request, new ListOffsetsOptions(isolation)).all());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  /** Number of offsets that a topic holds now: an upper bound of its records. */
  public long offsetCount(String topic) {
    List<TopicPartition> partitions = partitions(topic);
    Map<TopicPartition, Long> beginnings = beginningOffsets(partitions);
    return endOffsets(partitions).entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - offset(beginnings, end.getKey())))
        .sum();
  }

  /**
   * Reads a whole topic; records of one partition in offset order. A topic that does not exist has
   * no records.
   *
   * @return whether the end was reached; false if a stop was requested
   * @throws org.apache.kafka.common.errors.TimeoutException if no partition progresses for {@link
   *     TopicScanOptions#maxIdle}
   */
  public boolean scan(String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    return scan(partitions(topic), action);
  }

  /** Reads whole partitions; otherwise as {@link #scan(String, Consumer)}. */
  public boolean scan(
      Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    return scan(beginningOffsets(partitions), endOffsets(partitions), action);
  }

  /**
   * Reads ranges of partitions; otherwise as {@link #scan(String, Consumer)}.
   *
   * @param from first offset of each partition
   * @param to end of each of these partitions, exclusive; not after {@link #endOffsets}
   */
  public boolean scan(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Consumer<ConsumerRecord<byte[], byte[]>> action) {
    return scanBatches(from, to, records -> records.forEach(action));
  }

  /** Same as above, with all records of a partition that one poll returned at once. */
  public boolean scanBatches(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Consumer<List<ConsumerRecord<byte[], byte[]>>> action) {
    return new TopicScan(consumer, options, from, to)
        .run(
            (partition, records) -> {
              action.accept(records);
              return true;
            });
  }

  /**
   * The first record of each range; partitions without a record in their range are left out. Reads
   * about one batch per partition.
   *
   * @param from first offset of each partition
   * @param to end of each of these partitions, exclusive
   */
  public Map<TopicPartition, ConsumerRecord<byte[], byte[]>> firstRecords(
      Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
    Map<TopicPartition, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
    new TopicScan(consumer, options, from, to)
        .run(
            (partition, records) -> {
              found.put(partition, records.getFirst());
              return false;
            });
    return found;
  }

  /**
   * The first record of its partition that a condition accepts. Reads each range up to the found
   * record at most.
   *
   * @param from first offset of each partition
   * @param to end of each of these partitions, exclusive
   */
  public Optional<ConsumerRecord<byte[], byte[]>> findFirst(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Predicate<ConsumerRecord<byte[], byte[]>> condition) {
    AtomicReference<ConsumerRecord<byte[], byte[]>> found = new AtomicReference<>();
    new TopicScan(consumer, options, from, to)
        .run(
            (partition, records) -> {
              if (found.get() == null) {
                records.stream().filter(condition).findFirst().ifPresent(found::set);
              }
              return found.get() == null;
            });
    return Optional.ofNullable(found.get());
  }

  private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition));
  }

  /** The record at an offset; empty if it was deleted, aborted or never written. */
  public Optional<ConsumerRecord<byte[], byte[]>> find(TopicPartition partition, long offset) {
    List<TopicPartition> one = List.of(partition);
    if (!partitions(partition.topic()).contains(partition)
        || offset < offset(beginningOffsets(one), partition)
        || offset >= offset(endOffsets(one), partition)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        firstRecords(Map.of(partition, offset), Map.of(partition, offset + 1)).get(partition));
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
