package org.openimr.standalone.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * What a {@code read_committed} consumer sees of a topic, from its beginning to its end now: for
 * tests that hold it against the truth.
 */
public final class CommittedRecordReader {
  private static final Duration POLL = Duration.ofMillis(200);

  private CommittedRecordReader() {}

  /** All records of a topic whose keys are text; those of a partition in their order. */
  public static <T> List<ConsumerRecord<String, T>> readAll(
      Settings connection, Topic topic, Deserializer<T> values) {
    return readAll(connection, topic.topicName(), new StringDeserializer(), values);
  }

  /** All records of a topic; those of a partition in their order. */
  public static <K, V> List<ConsumerRecord<K, V>> readAll(
      Settings connection, String topic, Deserializer<K> keys, Deserializer<V> values) {
    Map<String, Object> kafka = new HashMap<>(connection.kafka());
    kafka.put("isolation.level", "read_committed");
    try (KafkaConsumer<K, V> consumer = new KafkaConsumer<>(kafka, keys, values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<K, V>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        consumer.poll(POLL).forEach(records::add);
      }
      return records;
    }
  }
}
