package org.openimr.enrich.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.openimr.schemas.topic.Topic;

/** The determinations and letters that the topics hold when it is opened, a partition at a time. */
final class TopicHistory implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final String ANSWER_LIMIT_MILLIS = "10000";
  private static final int BATCH = 500;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ReplayRunner.ProgressListener progress;
  private final BooleanSupplier stopRequested;
  private final int partitions;
  private final Map<TopicPartition, Long> from = new HashMap<>();
  private final Map<TopicPartition, Long> to = new HashMap<>();
  private final long all;
  private long read;

  /**
   * @throws IllegalStateException if the two topics are not partitioned alike
   */
  TopicHistory(
      Map<String, String> kafka,
      ReplayScope scope,
      ReplayRunner.ProgressListener progress,
      BooleanSupplier asked) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("max.poll.records", BATCH);
    settings.putIfAbsent("default.api.timeout.ms", ANSWER_LIMIT_MILLIS);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    this.consumer = new KafkaConsumer<>(settings, bytes, bytes);
    this.progress = progress;
    this.stopRequested = asked;
    try {
      List<TopicPartition> determinations = partitionsOf(Topic.DETERMINATIONS);
      List<TopicPartition> letters = partitionsOf(Topic.LETTERS);
      if (determinations.size() != letters.size()) {
        throw new IllegalStateException(
            "%s and %s differ in their number of partitions"
                .formatted(Topic.DETERMINATIONS.topicName(), Topic.LETTERS.topicName()));
      }
      this.partitions = letters.size();
      from.putAll(consumer.beginningOffsets(determinations));
      to.putAll(consumer.endOffsets(determinations));
      from.putAll(startOffsets(letters, scope));
      to.putAll(endOffsets(letters, scope));
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
    this.all = to.keySet().stream().mapToLong(at -> Math.max(0, to.get(at) - from.get(at))).sum();
  }

  int partitions() {
    return partitions;
  }

  boolean determinations(int partition, Consumer<List<ConsumerRecord<byte[], byte[]>>> taker) {
    return read(new TopicPartition(Topic.DETERMINATIONS.topicName(), partition), taker);
  }

  /** Whether it came to the end. */
  boolean letters(int partition, Consumer<List<ConsumerRecord<byte[], byte[]>>> taker) {
    return read(new TopicPartition(Topic.LETTERS.topicName(), partition), taker);
  }

  private boolean read(TopicPartition at, Consumer<List<ConsumerRecord<byte[], byte[]>>> taker) {
    long end = to.get(at);
    consumer.assign(List.of(at));
    consumer.seek(at, from.get(at));
    long position = from.get(at);
    while (position < end && !stopRequested.getAsBoolean()) {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
      taker.accept(polled.records(at).stream().filter(each -> each.offset() < end).toList());
      long now = Math.min(end, consumer.position(at));
      read += now - position;
      position = now;
      progress.onProgress(read, all);
    }
    return position >= end;
  }

  private Map<TopicPartition, Long> startOffsets(List<TopicPartition> letters, ReplayScope scope) {
    Map<TopicPartition, Long> begins = new HashMap<>(consumer.beginningOffsets(letters));
    scope.from().ifPresent(time -> begins.putAll(offsetsAt(letters, time)));
    scope
        .fromOffset()
        .ifPresent(offset -> begins.replaceAll((at, begin) -> Math.max(begin, offset)));
    return begins;
  }

  private Map<TopicPartition, Long> endOffsets(List<TopicPartition> letters, ReplayScope scope) {
    return scope
        .until()
        .map(time -> offsetsAt(letters, time))
        .orElseGet(() -> consumer.endOffsets(letters));
  }

  /** Offsets of the first letters at or after a time; the ends where there are none. */
  private Map<TopicPartition, Long> offsetsAt(List<TopicPartition> letters, Instant time) {
    Map<TopicPartition, Long> wanted = new HashMap<>();
    letters.forEach(at -> wanted.put(at, time.toEpochMilli()));
    Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(letters));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
    found.forEach(
        (at, first) -> {
          if (first != null) {
            offsets.put(at, first.offset());
          }
        });
    return offsets;
  }

  private List<TopicPartition> partitionsOf(Topic topic) {
    return consumer.partitionsFor(topic.topicName()).stream()
        .map(partition -> new TopicPartition(topic.topicName(), partition.partition()))
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
