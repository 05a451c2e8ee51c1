package org.openimr.sink.monitor.feed;

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
import org.openimr.schemas.topic.Topic;

/**
 * Determinations and dead letters as they are published from now on, committed ones only. For one
 * thread.
 */
public final class LetterResultConsumer implements AutoCloseable {
  /** How the stages of sinks begin. */
  private static final String SINKS = "sink:";

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
   * Reads on from where the topics end now, all partitions, without a consumer group.
   *
   * @param kafka settings of Kafka's consumer, {@code bootstrap.servers} at least
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

  /** What was published since the last call; waits up to the limit for the first of it. */
  public List<LetterResult> poll(Duration limit) {
    List<LetterResult> results = new ArrayList<>();
    consumer.poll(limit).forEach(published -> result(published).ifPresent(results::add));
    return results;
  }

  @Override
  public void close() {
    consumer.close();
    events.close();
  }

  /** What became of a letter; that a sink did not take an event of it is no news of the letter. */
  private Optional<LetterResult> result(ConsumerRecord<byte[], byte[]> published) {
    if (published.topic().equals(Topic.DEAD_LETTERS.topicName())) {
      if (header(published, DeadLetterReason.STAGE).startsWith(SINKS)) {
        return Optional.empty();
      }
      return Optional.of(
          new LetterResult.DeadLettered(
              header(published, DeadLetterReason.CODE),
              header(published, DeadLetterReason.STAGE),
              name(published)));
    }
    return event(published).map(Determination.class::cast).map(LetterResult.Determined::new);
  }

  /** A raw letter has its name in a header, one whose text was read has it in the event. */
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
