package org.openimr.systemtest.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.event.Determination;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.standalone.broker.CommittedRecordReader;

/** What a {@code read_committed} consumer sees of the topics, from their beginning to their end. */
final class ContainerTopicReader {
  private static final Duration ARRIVAL = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Settings connection;

  ContainerTopicReader(Settings connection) {
    this.connection = connection;
  }

  /** Waits until a topic has an event of each of these keys. */
  void awaitAll(Topic topic, Collection<String> keys) {
    await(topic.topicName() + " with an event of each key")
        .atMost(ARRIVAL)
        .pollInterval(POLL)
        .untilAsserted(() -> assertThat(missing(topic, keys)).isEmpty());
  }

  private Set<String> missing(Topic topic, Collection<String> keys) {
    Set<String> missing = new TreeSet<>(keys);
    missing.removeAll(byKey(topic).keySet());
    return missing;
  }

  /** All determinations by case key, in their order. */
  Map<String, List<Determination>> determinations() {
    return byKey(Topic.DETERMINATIONS);
  }

  /** All events of a topic by key, in their order. */
  <T extends SpecificRecord> Map<String, List<T>> byKey(Topic topic) {
    Map<String, List<T>> events = new HashMap<>();
    try (Deserializer<T> values = EventSerdes.of(connection.registry()).deserializer()) {
      for (ConsumerRecord<String, T> event :
          CommittedRecordReader.readAll(connection, topic, values)) {
        events.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event.value());
      }
    }
    return events;
  }
}
