package org.openimr.cli.deadletters.resolution;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/** Committed records, all of a topic or one by its place. */
public final class TopicRecordReader implements AutoCloseable {
  private static final String ANSWER_LIMIT_MILLIS = "5000";
  private static final Duration POLL = Duration.ofMillis(200);

  /** What was asked for ahead holds up the next place, half a second by default. */
  private static final String BROKER_WAITS_MILLIS = "10";

  /** Without any record for so long, a broker that has them is taken for gone. */
  private static final Duration MAX_SILENCE = Duration.ofSeconds(30);

  private final KafkaConsumer<byte[], byte[]> consumer;

  private TopicRecordReader(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  public static TopicRecordReader of(Settings settings) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.put("isolation.level", "read_committed");
    kafka.put("enable.auto.commit", false);
    kafka.put("allow.auto.create.topics", false);
    kafka.put("auto.offset.reset", "earliest");
    kafka.put("fetch.max.wait.ms", BROKER_WAITS_MILLIS);
    kafka.putIfAbsent("default.api.timeout.ms", ANSWER_LIMIT_MILLIS);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new TopicRecordReader(new KafkaConsumer<>(kafka, bytes, bytes));
  }

  /**
   * Passes on each record that the topic holds now; none if there is no such topic.
   *
   * @throws TimeoutException if the broker falls silent
   */
  public void scan(Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    List<TopicPartition> partitions = partitions(topic.topicName());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long silentUntil = System.nanoTime() + MAX_SILENCE.toNanos();
    while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> found : polled) {
        if (found.offset() < ends.get(new TopicPartition(found.topic(), found.partition()))) {
          each.accept(found);
        }
      }
      silentUntil = polled.isEmpty() ? silentUntil : System.nanoTime() + MAX_SILENCE.toNanos();
      checkNotSilent(silentUntil);
    }
  }

  /** About how many records the topic holds now. */
  public long size(Topic topic) {
    List<TopicPartition> partitions = partitions(topic.topicName());
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    return consumer.endOffsets(partitions).entrySet().stream()
        .mapToLong(end -> end.getValue() - beginnings.get(end.getKey()))
        .sum();
  }

  /** The record at a place; empty where it is gone or never was. */
  public Optional<ConsumerRecord<byte[], byte[]>> find(DeadLetterReason.Position place) {
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    if (!partitions(place.topic()).contains(partition) || !holds(partition, place.offset())) {
      return Optional.empty();
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, place.offset());
    long silentUntil = System.nanoTime() + MAX_SILENCE.toNanos();
    while (consumer.position(partition) <= place.offset()) {
      for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
        return Optional.of(found).filter(record -> record.offset() == place.offset());
      }
      checkNotSilent(silentUntil);
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean holds(TopicPartition partition, long offset) {
    List<TopicPartition> one = List.of(partition);
    return consumer.beginningOffsets(one).get(partition) <= offset
        && offset < consumer.endOffsets(one).get(partition);
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private static void checkNotSilent(long silentUntil) {
    if (System.nanoTime() - silentUntil > 0) {
      throw new TimeoutException("no records for " + MAX_SILENCE.toSeconds() + " s");
    }
  }
}
