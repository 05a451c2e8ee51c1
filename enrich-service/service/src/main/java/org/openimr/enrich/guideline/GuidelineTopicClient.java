package org.openimr.enrich.guideline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * The topic of guidelines on a broker: read whole, changed by whole states. A broker that does not
 * answer within ten seconds is a {@link org.apache.kafka.common.errors.TimeoutException}.
 */
public final class GuidelineTopicClient {
  private static final String ANSWER_LIMIT_MILLIS = "10000";
  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.GUIDELINES.topicName(), 0);

  private final Map<String, Object> kafka;
  private final EventSerdes serdes;

  public GuidelineTopicClient(Settings settings) {
    this.kafka = new HashMap<>(settings.kafka());
    this.serdes = EventSerdes.of(settings.registry());
  }

  /** All entries that the topic holds, by id, in the order of their last change. */
  public Map<String, Guideline> read() {
    Map<String, Guideline> entries = new LinkedHashMap<>();
    try (Deserializer<org.openimr.event.Guideline> events = serdes.deserializer();
        CommittedTopicScanner scanner = new CommittedTopicScanner(kafka)) {
      scanner.scan(List.of(PARTITION), record -> apply(entries, record, events));
    }
    return entries;
  }

  private static void apply(
      Map<String, Guideline> entries,
      ConsumerRecord<byte[], byte[]> record,
      Deserializer<org.openimr.event.Guideline> events) {
    String id = new String(record.key(), UTF_8);
    entries.remove(id);
    if (record.value() != null) {
      entries.put(
          id, GuidelineMapper.fromEvent(events.deserialize(record.topic(), record.value())));
    }
  }

  /**
   * Makes the topic hold what the files hold, in one transaction; does nothing where it does.
   *
   * @param files entries that {@link org.openimr.enrich.citation.GuidelineTopicCheck} finds nothing
   *     wrong with
   * @return what was changed
   */
  public GuidelineChanges load(Collection<Guideline> files) {
    GuidelineChanges changes = GuidelineChanges.between(read(), files);
    if (!changes.isEmpty()) {
      publish(changes, files);
    }
    return changes;
  }

  /**
   * Loads into a topic that holds nothing, and leaves any other as it is.
   *
   * @return whether it held nothing
   */
  public boolean loadIfEmpty(Collection<Guideline> files) {
    if (!read().isEmpty()) {
      return false;
    }
    publish(GuidelineChanges.between(Map.of(), files), files);
    return true;
  }

  private void publish(GuidelineChanges changes, Collection<Guideline> files) {
    List<ProducerRecord<String, org.openimr.event.Guideline>> records = new ArrayList<>();
    changes.removed().forEach(id -> records.add(record(id, null)));
    changes.added().forEach(g -> records.add(record(g.id(), GuidelineMapper.toEvent(g))));
    changes.changed().forEach(g -> records.add(record(g.id(), GuidelineMapper.toEvent(g))));
    if (changes.added().isEmpty() && changes.changed().isEmpty()) {
      // the mark must not be on a tombstone, which the broker removes in time
      files.stream()
          .findFirst()
          .ifPresent(g -> records.add(record(g.id(), GuidelineMapper.toEvent(g))));
    }
    CatalogueLoadMarker.mark(records.getLast().headers(), files.size());
    Map<String, Object> writing = new HashMap<>(kafka);
    writing.put("transactional.id", "imr-guidelines");
    writing.putIfAbsent("max.block.ms", ANSWER_LIMIT_MILLIS);
    Serializer<org.openimr.event.Guideline> events = serdes.serializer();
    try (KafkaProducer<String, org.openimr.event.Guideline> producer =
        new KafkaProducer<>(writing, new StringSerializer(), events)) {
      producer.initTransactions();
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.commitTransaction();
    }
  }

  private static ProducerRecord<String, org.openimr.event.Guideline> record(
      String id, org.openimr.event.Guideline event) {
    return new ProducerRecord<>(Topic.GUIDELINES.topicName(), 0, id, event);
  }
}
