package org.openimr.sink.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.Topic;

/** The rows of one sink against the newest events, by key and revision. */
final class SinkRows {
  private final Broker broker;
  private final SinkUnderCheck sink;
  private final KeyRevisions cases;
  private final KeyRevisions items;
  private final List<Difference> found = new ArrayList<>();

  SinkRows(Broker broker, SinkUnderCheck sink, KeyRevisions cases, KeyRevisions items) {
    this.broker = broker;
    this.sink = sink;
    this.cases = cases;
    this.items = items;
  }

  List<Difference> differences() {
    cases.forgetSeen();
    items.forgetSeen();
    sink.holdings().get().ifPresent(this::compare);
    return found;
  }

  private void compare(Holdings opened) {
    try (Holdings holdings = opened) {
      holdings.forEachCase((key, revision) -> compare(cases, key, revision));
      holdings.forEachItem((key, revision) -> compare(items, key, revision));
    }
    nameUnseen(cases, Topic.DETERMINATIONS);
    nameUnseen(items, Topic.ITEM_DECISIONS);
  }

  private void compare(KeyRevisions published, String key, int revision) {
    int expected = published.see(key);
    if (expected != revision) {
      found.add(Difference.of(sink.name(), key, expected, revision, "revision of the row"));
    }
  }

  /** Only hashes of keys are kept, so that the names of missing rows are read off the topic. */
  private void nameUnseen(KeyRevisions published, Topic topic) {
    if (published.unseen() == 0) {
      return;
    }
    List<TopicPartition> partitions = broker.partitions(topic.topicName());
    Map<TopicPartition, Long> begins = broker.begins(partitions);
    Set<String> missing = new HashSet<>();
    broker.read(
        begins,
        broker.ends(partitions),
        record -> {
          String key = new String(record.key(), UTF_8);
          if (published.isUnseen(key)) {
            missing.add(key);
          }
        });
    for (String key : missing) {
      found.add(Difference.of(sink.name(), key, published.see(key), 0, "revision of the row"));
    }
  }
}
