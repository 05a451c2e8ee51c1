package org.openimr.sink.reconcile.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.event.CaseHeader;
import org.openimr.event.ClinicalSummary;
import org.openimr.event.Determination;
import org.openimr.event.ItemDecision;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.reconcile.kafka.CommittedTopicReader;
import org.openimr.sink.reconcile.report.Discrepancy;

/**
 * Reads the latest events of the cases of one partition. All event topics are partitioned by case,
 * so that reading one partition at a time limits the memory to its cases.
 */
final class PublishedCaseScanner {
  private static final List<Topic> EVENTS =
      List.of(
          Topic.DETERMINATIONS, Topic.CASE_HEADERS, Topic.CLINICAL_SUMMARIES, Topic.ITEM_DECISIONS);

  private final CommittedTopicReader broker;
  private final Deserializer<?> events;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> readTo = new HashMap<>();
  private final Map<String, CaseEventRevisions> cases = new HashMap<>();
  private final List<Discrepancy> undecodable = new ArrayList<>();

  PublishedCaseScanner(CommittedTopicReader broker, Settings settings, int partition) {
    this.broker = broker;
    this.events = EventSerdes.of(settings.registry()).deserializer();
    this.partitions =
        EVENTS.stream().map(topic -> new TopicPartition(topic.topicName(), partition)).toList();
    readTo.putAll(broker.beginningOffsets(partitions));
  }

  /** Reads the records since the previous call; all records at the first. */
  void read() {
    Map<TopicPartition, Long> ends = broker.endOffsets(partitions);
    broker.read(readTo, ends, this::accept);
    readTo.putAll(ends);
  }

  /** The cases by key. */
  Map<String, CaseEventRevisions> cases() {
    return cases;
  }

  List<Discrepancy> differences() {
    List<Discrepancy> found = new ArrayList<>(undecodable);
    cases.forEach((key, events) -> found.addAll(events.differences(key)));
    return found;
  }

  private void accept(ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), UTF_8);
    int item = key.lastIndexOf('#');
    CaseEventRevisions events =
        cases.computeIfAbsent(
            item < 0 ? key : key.substring(0, item), any -> new CaseEventRevisions());
    if (record.value() == null) {
      remove(Topic.byName(record.topic()).orElseThrow(), key, events);
      return;
    }
    try {
      accept((IndexedRecord) this.events.deserialize(record.topic(), record.value()), events);
    } catch (SerializationException e) {
      undecodable.add(
          Discrepancy.of(
              "events", key, 1, 0, "the event can't be decoded: %s".formatted(position(record))));
    }
  }

  private static void accept(IndexedRecord event, CaseEventRevisions events) {
    switch (event) {
      case Determination determination ->
          events.determination(determination.getRevision(), determination.getDecisions().size());
      case CaseHeader header -> events.header(header.getRevision(), header.getItemCount());
      case ClinicalSummary summary -> events.summary(summary.getRevision());
      case ItemDecision item -> events.item(item.getItemNumber(), item.getRevision());
      default -> throw new SerializationException("unexpected event type");
    }
  }

  private static void remove(Topic topic, String key, CaseEventRevisions events) {
    switch (topic) {
      case DETERMINATIONS -> events.determination(0, 0);
      case CASE_HEADERS -> events.header(0, 0);
      case CLINICAL_SUMMARIES -> events.summary(0);
      default -> events.item(Integer.parseInt(key.substring(key.lastIndexOf('#') + 1)), 0);
    }
  }

  private static String position(ConsumerRecord<byte[], byte[]> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }
}
