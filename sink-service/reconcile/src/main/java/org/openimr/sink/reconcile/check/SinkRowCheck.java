package org.openimr.sink.reconcile.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.reconcile.kafka.CommittedTopicReader;
import org.openimr.sink.reconcile.report.Discrepancy;
import org.openimr.sink.reconcile.spi.ReconciledSink;
import org.openimr.sink.reconcile.spi.SinkInventory;

/** Compares the rows of one sink with the latest events, by key and revision. */
final class SinkRowCheck {
  private final CommittedTopicReader broker;
  private final ReconciledSink sink;
  private final KeyRevisions cases;
  private final KeyRevisions items;
  private final List<Discrepancy> found = new ArrayList<>();

  SinkRowCheck(
      CommittedTopicReader broker, ReconciledSink sink, KeyRevisions cases, KeyRevisions items) {
    this.broker = broker;
    this.sink = sink;
    this.cases = cases;
    this.items = items;
  }

  List<Discrepancy> differences() {
    cases.clearSeen();
    items.clearSeen();
    sink.inventory().get().ifPresent(this::compare);
    return found;
  }

  private void compare(SinkInventory opened) {
    try (SinkInventory inventory = opened) {
      inventory.forEachCase((key, revision) -> compare(cases, key, revision));
      inventory.forEachItem((key, revision) -> compare(items, key, revision));
    }
    addUnseen(cases, Topic.DETERMINATIONS);
    addUnseen(items, Topic.ITEM_DECISIONS);
  }

  private void compare(KeyRevisions published, String key, int revision) {
    int expected = published.markSeen(key);
    if (expected != revision) {
      found.add(Discrepancy.of(sink.name(), key, expected, revision, "revision of the row"));
    }
  }

  /** Reads the keys of missing rows from the topic, because only hashes of keys are kept. */
  private void addUnseen(KeyRevisions published, Topic topic) {
    if (published.unseenCount() == 0) {
      return;
    }
    List<TopicPartition> partitions = broker.partitions(topic.topicName());
    Map<TopicPartition, Long> begins = broker.beginningOffsets(partitions);
    Set<String> missing = new HashSet<>();
    broker.read(
        begins,
        broker.endOffsets(partitions),
        record -> {
          String key = new String(record.key(), UTF_8);
          if (published.isUnseen(key)) {
            missing.add(key);
          }
        });
    for (String key : missing) {
      found.add(
          Discrepancy.of(sink.name(), key, published.markSeen(key), 0, "revision of the row"));
    }
  }
}
