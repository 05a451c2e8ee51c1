package org.openimr.cli.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.cli.console.CliException;
import org.openimr.schemas.event.AvroJsonFormatter;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/** Reads committed records of all partitions of a topic as lines of JSON. */
final class TopicTailer implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final String API_TIMEOUT_MS = "5000";

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<Object> events;
  private final boolean avro;
  private final boolean revealed;
  private Iterator<ConsumerRecord<byte[], byte[]>> fetched =
      List.<ConsumerRecord<byte[], byte[]>>of().iterator();

  private TopicTailer(
      KafkaConsumer<byte[], byte[]> consumer,
      Deserializer<Object> events,
      boolean avro,
      boolean revealed) {
    this.consumer = consumer;
    this.events = events;
    this.avro = avro;
    this.revealed = revealed;
  }

  /**
   * Opens a topic at its beginning or end.
   *
   * @param revealed whether lines include clinical fields and headers
   * @throws CliException if the topic does not exist or the broker does not answer
   */
  static TopicTailer open(Settings settings, String name, boolean fromBeginning, boolean revealed) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.put("isolation.level", "read_committed");
    kafka.put("enable.auto.commit", false);
    kafka.put("allow.auto.create.topics", false);
    kafka.putIfAbsent("default.api.timeout.ms", API_TIMEOUT_MS);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka, bytes, bytes);
    boolean avro = Topic.byName(name).map(topic -> topic.schema().isPresent()).orElse(true);
    TopicTailer tail =
        new TopicTailer(
            consumer, EventSerdes.of(settings.registry()).genericDeserializer(), avro, revealed);
    try {
      tail.start(name, fromBeginning);
      return tail;
    } catch (TimeoutException e) {
      tail.close();
      throw CliException.brokerUnavailable(settings, e);
    } catch (RuntimeException e) {
      tail.close();
      throw e;
    }
  }

  /** Returns the next lines, at most {@code max}; empty if no record arrives for half a second. */
  List<String> poll(long max) {
    if (!fetched.hasNext()) {
      fetched = consumer.poll(POLL).iterator();
    }
    List<String> lines = new ArrayList<>();
    while (fetched.hasNext() && lines.size() < max) {
      lines.add(line(fetched.next()));
    }
    return lines;
  }

  @Override
  public void close() {
    consumer.close();
    events.close();
  }

  private void start(String name, boolean fromBeginning) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(name).stream()
            .map(partition -> new TopicPartition(name, partition.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new CliException("Unknown topic %s; known topics: %s.".formatted(name, topicNames()));
    }
    consumer.assign(partitions);
    var offsets =
        fromBeginning ? consumer.beginningOffsets(partitions) : consumer.endOffsets(partitions);
    offsets.forEach(consumer::seek);
  }

  private String line(ConsumerRecord<byte[], byte[]> record) {
    if (!avro || record.value() == null) {
      return RecordJsonFormatter.withoutValue(record, revealed);
    }
    try {
      Object event = events.deserialize(record.topic(), record.value());
      return event instanceof IndexedRecord fields
          ? format(fields)
          : RecordJsonFormatter.withoutValue(record, revealed);
    } catch (SerializationException e) {
      throw new CliException(
          "The record at partition %d, offset %d cannot be decoded. Check that --registry is the registry it was written with."
              .formatted(record.partition(), record.offset()),
          e);
    }
  }

  private String format(IndexedRecord event) {
    return revealed
        ? AvroJsonFormatter.compact(event)
        : AvroJsonFormatter.withoutClinicalFields(event);
  }

  private static String topicNames() {
    return Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.joining(", "));
  }
}
