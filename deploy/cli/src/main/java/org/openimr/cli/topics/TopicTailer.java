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

/** Committed records of a topic, all partitions, each as a line of JSON. */
final class TopicTailer implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final String ANSWER_LIMIT_MILLIS = "5000";

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<Object> events;
  private final boolean avro;
  private Iterator<ConsumerRecord<byte[], byte[]>> fetched =
      List.<ConsumerRecord<byte[], byte[]>>of().iterator();

  private TopicTailer(
      KafkaConsumer<byte[], byte[]> consumer, Deserializer<Object> events, boolean avro) {
    this.consumer = consumer;
    this.events = events;
    this.avro = avro;
  }

  /**
   * Reads from where the topic begins or ends.
   *
   * @throws CliException if there is no such topic
   */
  static TopicTailer open(Settings settings, String name, boolean fromBeginning) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.put("isolation.level", "read_committed");
    kafka.put("enable.auto.commit", false);
    kafka.put("allow.auto.create.topics", false);
    kafka.putIfAbsent("default.api.timeout.ms", ANSWER_LIMIT_MILLIS);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka, bytes, bytes);
    boolean avro = Topic.byName(name).map(topic -> topic.schema().isPresent()).orElse(true);
    TopicTailer tail =
        new TopicTailer(consumer, EventSerdes.of(settings.registry()).genericDeserializer(), avro);
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

  /** The next lines, at most so many; none if nothing came for a while. */
  List<String> poll(long most) {
    if (!fetched.hasNext()) {
      fetched = consumer.poll(POLL).iterator();
    }
    List<String> lines = new ArrayList<>();
    while (fetched.hasNext() && lines.size() < most) {
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
      throw new CliException("There is no topic %s; known are %s.".formatted(name, known()));
    }
    consumer.assign(partitions);
    var offsets =
        fromBeginning ? consumer.beginningOffsets(partitions) : consumer.endOffsets(partitions);
    offsets.forEach(consumer::seek);
  }

  private String line(ConsumerRecord<byte[], byte[]> published) {
    if (!avro || published.value() == null) {
      return RecordJsonFormatter.withoutValue(published);
    }
    try {
      Object event = events.deserialize(published.topic(), published.value());
      return event instanceof IndexedRecord fields
          ? AvroJsonFormatter.compact(fields)
          : RecordJsonFormatter.withoutValue(published);
    } catch (SerializationException e) {
      throw new CliException(
          "The record at partition %d, offset %d can't be decoded; is --registry the one it was written with?"
              .formatted(published.partition(), published.offset()),
          e);
    }
  }

  private static String known() {
    return Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.joining(", "));
  }
}
