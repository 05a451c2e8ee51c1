package org.openimr.local.up;

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
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;

/** What a {@code read_committed} consumer sees of a topic, from its beginning to its end now. */
final class Committed {
  private Committed() {}

  static <T> List<ConsumerRecord<String, T>> records(
      Settings connection, Topic topic, Deserializer<T> values) {
    Map<String, Object> kafka = new HashMap<>(connection.kafka());
    kafka.put("isolation.level", "read_committed");
    try (KafkaConsumer<String, T> consumer =
        new KafkaConsumer<>(kafka, new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, T>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }
}
