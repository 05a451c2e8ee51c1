package org.openimr.cli.deadletters.resolution;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/** Reads committed records of the pipeline's topics: a whole topic, or one record by position. */
public final class TopicRecordReader implements AutoCloseable {
  private static final String API_TIMEOUT_MILLIS = "5000";

  /** A fetch in progress delays the next look-up by up to this time; Kafka's default is 500 ms. */
  private static final String FETCH_WAIT_MILLIS = "10";

  private final CommittedTopicScanner scanner;

  private TopicRecordReader(CommittedTopicScanner scanner) {
    this.scanner = scanner;
  }

  public static TopicRecordReader of(Settings settings) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.put("fetch.max.wait.ms", FETCH_WAIT_MILLIS);
    kafka.putIfAbsent("default.api.timeout.ms", API_TIMEOUT_MILLIS);
    return new TopicRecordReader(new CommittedTopicScanner(kafka));
  }

  /**
   * Passes each record that the topic holds now to an action; none if the topic does not exist.
   *
   * @throws TimeoutException if the broker stops answering
   */
  public void scan(Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    scanner.scan(topic.topicName(), action);
  }

  /** Approximate number of records that the topic holds now, never too low. */
  public long size(Topic topic) {
    return scanner.offsetCount(topic.topicName());
  }

  /** The record at a position; empty if it was deleted or never existed. */
  public Optional<ConsumerRecord<byte[], byte[]>> find(DeadLetterReason.Position position) {
    return scanner.find(
        new TopicPartition(position.topic(), position.partition()), position.offset());
  }

  /** The first record of a topic at or after a time that a condition accepts. */
  public Optional<ConsumerRecord<byte[], byte[]>> findFirst(
      Topic topic, Instant since, Predicate<ConsumerRecord<byte[], byte[]>> condition) {
    List<TopicPartition> partitions = scanner.partitions(topic.topicName());
    return scanner.findFirst(
        scanner.offsetsAt(partitions, since), scanner.endOffsets(partitions), condition);
  }

  @Override
  public void close() {
    scanner.close();
  }
}
