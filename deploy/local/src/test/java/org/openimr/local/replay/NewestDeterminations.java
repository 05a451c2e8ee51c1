package org.openimr.local.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.openimr.event.Determination;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;

/** What a consumer of the determinations that keeps the newest of each case has. */
final class NewestDeterminations {
  private NewestDeterminations() {}

  /** Revision and number of items, by case key. */
  static Map<String, String> read(Settings settings) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.put("isolation.level", "read_committed");
    Deserializer<Determination> events = EventSerdes.of(settings.registry()).deserializer();
    Map<String, String> newest = new TreeMap<>();
    try (KafkaConsumer<String, Determination> consumer =
        new KafkaConsumer<>(kafka, new StringDeserializer(), events)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.DETERMINATIONS.topicName()).stream()
              .map(at -> new TopicPartition(at.topic(), at.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                event ->
                    newest.put(
                        event.key(),
                        "revision %d, %d items"
                            .formatted(
                                event.value().getRevision(), event.value().getDecisions().size())));
      }
    }
    return newest;
  }
}
