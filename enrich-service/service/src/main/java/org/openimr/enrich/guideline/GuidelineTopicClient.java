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
import org.jspecify.annotations.Nullable;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * Reads and loads the guidelines topic as a whole. All operations throw {@link
 * org.apache.kafka.common.errors.TimeoutException} if the broker does not respond within ten
 * seconds.
 */
public final class GuidelineTopicClient {
  private static final String REQUEST_TIMEOUT_MILLIS = "10000";
  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.GUIDELINES.topicName(), 0);

  private final Map<String, Object> kafka;
  private final EventSerdes serdes;

  public GuidelineTopicClient(Settings settings) {
    this.kafka = new HashMap<>(settings.kafka());
    this.serdes = EventSerdes.of(settings.registry());
  }

  /** Returns all entries of the topic, by id, in the order of their last change. */
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
   * Makes the topic equal to the files, in one transaction. Does nothing if it already is.
   *
   * @param files entries without findings of {@link
   *     org.openimr.parser.citation.catalogue.CatalogueValidator}
   * @return the changes made
   */
  public GuidelineChanges load(Collection<Guideline> files) {
    GuidelineChanges changes = GuidelineChanges.between(read(), files);
    if (!changes.isEmpty()) {
      publish(changes, files);
    }
    return changes;
  }

  /**
   * Loads the files if the topic is empty.
   *
   * @return whether the topic was empty
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
      // the marker must not be on a tombstone, because compaction removes tombstones
      files.stream()
          .findFirst()
          .ifPresent(g -> records.add(record(g.id(), GuidelineMapper.toEvent(g))));
    }
    CatalogueLoadMarker.mark(records.getLast().headers(), files.size());
    Map<String, Object> producerConfig = new HashMap<>(kafka);
    producerConfig.put("transactional.id", "imr-guidelines");
    producerConfig.putIfAbsent("max.block.ms", REQUEST_TIMEOUT_MILLIS);
    Serializer<org.openimr.event.Guideline> events = serdes.serializer();
    try (KafkaProducer<String, org.openimr.event.Guideline> producer =
        new KafkaProducer<>(producerConfig, new StringSerializer(), events)) {
      producer.initTransactions();
      producer.beginTransaction();
      for (ProducerRecord<String, org.openimr.event.Guideline> record : records) {
        // the commit throws if a record was not sent
        var unused = producer.send(record);
      }
      producer.commitTransaction();
    }
  }

  private static ProducerRecord<String, org.openimr.event.Guideline> record(
      String id, org.openimr.event.@Nullable Guideline event) {
    return new ProducerRecord<>(Topic.GUIDELINES.topicName(), 0, id, event);
  }
}
