package org.openimr.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.openimr.embedded.CommittedRecords;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.sink.monitor.flow.TopicOffsets;
import org.openimr.sink.monitor.flow.TopicOffsets.Reader;
import org.openimr.sink.monitor.flow.TopicOffsets.Stage;

/** What came out, as a {@code read_committed} consumer sees it. */
record Published(Settings connection) {
  private static final Map<Stage, Reader> READERS =
      Map.of(
          Stage.INGEST, new Reader("imr-ingest", Topic.LETTERS_RAW),
          Stage.ENRICH, new Reader("imr-enrich", Topic.LETTERS));

  /** Waits until no letter is under way, and checks that each came out whole, and once. */
  void awaitWhole(Letters letters) {
    Map<String, Integer> items = letters.items();
    await()
        .atMost(House.PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> assertThat(byLetter(Topic.DETERMINATIONS).size()).isEqualTo(items.size()));
    awaitNothingUnderWay();
    Map<String, Integer> once =
        items.keySet().stream().collect(Collectors.toMap(Function.identity(), letter -> 1));
    assertThat(byLetter(Topic.DETERMINATIONS)).isEqualTo(once);
    assertThat(byLetter(Topic.CASE_HEADERS)).isEqualTo(once);
    assertThat(byLetter(Topic.CLINICAL_SUMMARIES)).isEqualTo(once);
    assertThat(byLetter(Topic.ITEM_DECISIONS)).isEqualTo(items);
    assertThat(records(Topic.DEAD_LETTERS, new StringDeserializer())).isEmpty();
  }

  /** Letters that have come out whole so far. */
  int determinations() {
    return byLetter(Topic.DETERMINATIONS).size();
  }

  /** Records, whatever is in them. */
  int count(Topic topic) {
    return records(topic, new ByteArrayDeserializer()).size();
  }

  List<ConsumerRecord<String, Object>> events(Topic topic) {
    return records(topic, EventSerdes.of(connection.registry()).generic());
  }

  private void awaitNothingUnderWay() {
    try (Admin admin = Admin.create(Map.copyOf(connection.kafka()))) {
      TopicOffsets offsets = new TopicOffsets(admin, READERS);
      await()
          .atMost(House.PATIENCE)
          .ignoreExceptionsInstanceOf(ExecutionException.class)
          .untilAsserted(() -> assertThat(offsets.ask().underWay().values()).containsOnly(0L));
    }
  }

  private Map<String, Integer> byLetter(Topic topic) {
    Map<String, Integer> counts = new HashMap<>();
    for (ConsumerRecord<String, Object> event : events(topic)) {
      if (event.value() == null) {
        continue; // an item that a later revision does not have
      }
      counts.merge(((GenericRecord) event.value()).get("letterId").toString(), 1, Integer::sum);
    }
    return counts;
  }

  private <T> List<ConsumerRecord<String, T>> records(Topic topic, Deserializer<T> values) {
    return CommittedRecords.of(connection, topic, values);
  }
}
