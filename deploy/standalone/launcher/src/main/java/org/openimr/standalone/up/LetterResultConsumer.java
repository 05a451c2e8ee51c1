package org.openimr.standalone.up;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.LetterPart;
import org.openimr.schemas.topic.Topic;

/**
 * Consumes the determinations and dead letters published after it was opened, committed records
 * only. Not thread-safe.
 */
public final class LetterResultConsumer implements AutoCloseable {
  /** Prefix of the stage names of sinks. */
  private static final String SINK_STAGE_PREFIX = "sink:";

  private static final List<Topic> TOPICS = List.of(Topic.DETERMINATIONS, Topic.DEAD_LETTERS);
  private static final String NAME = "source-name";

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<SpecificRecord> events;

  private LetterResultConsumer(
      KafkaConsumer<byte[], byte[]> consumer, Deserializer<SpecificRecord> events) {
    this.consumer = consumer;
    this.events = events;
  }

  /**
   * Starts at the current end of all partitions, without a consumer group.
   *
   * @param kafka Kafka consumer settings, at least {@code bootstrap.servers}
   */
  public static LetterResultConsumer fromLatest(Map<String, String> kafka, EventSerdes serdes) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes);
    List<TopicPartition> partitions =
        TOPICS.stream()
            .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.endOffsets(partitions).forEach(consumer::seek);
    return new LetterResultConsumer(consumer, serdes.deserializer());
  }

  /**
   * Returns the results published since the last call; waits up to the timeout for the first one.
   */
  public List<LetterResult> poll(Duration timeout) {
    List<LetterResult> results = new ArrayList<>();
    consumer.poll(timeout).forEach(published -> result(published).ifPresent(results::add));
    return results;
  }

  @Override
  public void close() {
    consumer.close();
    events.close();
  }

  /** Empty for dead letters of sinks: a rejected event does not change the result of its letter. */
  private Optional<LetterResult> result(ConsumerRecord<byte[], byte[]> published) {
    if (published.topic().equals(Topic.DEAD_LETTERS.topicName())) {
      if (header(published, DeadLetterReason.STAGE).startsWith(SINK_STAGE_PREFIX)) {
        return Optional.empty();
      }
      return Optional.of(
          new LetterResult.DeadLettered(
              header(published, DeadLetterReason.CODE),
              header(published, DeadLetterReason.STAGE),
              nameWithPart(published)));
    }
    return event(published).map(Determination.class::cast).map(LetterResult.Determined::new);
  }

  private String nameWithPart(ConsumerRecord<byte[], byte[]> dead) {
    String name = name(dead);
    return name.isEmpty()
        ? name
        : name + LetterPart.of(dead.headers()).map(part -> ", letter " + part).orElse("");
  }

  /** Reads the name from the header of a raw letter, or from the event of an extracted one. */
  private String name(ConsumerRecord<byte[], byte[]> dead) {
    if (!header(dead, DeadLetterReason.TOPIC).equals(Topic.LETTERS.topicName())) {
      return header(dead, NAME);
    }
    try {
      return event(dead)
          .map(LetterReceived.class::cast)
          .map(letter -> letter.getSource().getName())
          .orElse("");
    } catch (SerializationException e) {
      return "";
    }
  }

  private Optional<SpecificRecord> event(ConsumerRecord<byte[], byte[]> published) {
    return Optional.ofNullable(published.value())
        .map(bytes -> events.deserialize(published.topic(), bytes));
  }

  private static String header(ConsumerRecord<byte[], byte[]> published, String name) {
    Header header = published.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
