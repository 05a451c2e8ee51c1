package org.openimr.sink.reconcile.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Records that a consumer group has not read yet. */
public final class ConsumerLag {
  private final CommittedTopicReader broker;

  public ConsumerLag(CommittedTopicReader broker) {
    this.broker = broker;
  }

  /**
   * Partitions with records that a group has not read, and the next offset of the group in each.
   * Partitions in which only control records follow are left out.
   *
   * @param kafka settings of the clients
   * @param topics topics of the group, with or without committed offsets
   */
  public static Map<TopicPartition, Long> pendingRecords(
      Map<String, String> kafka, Collection<String> topics, String group) {
    try (CommittedTopicReader broker = new CommittedTopicReader(kafka)) {
      List<TopicPartition> partitions =
          topics.stream().flatMap(topic -> broker.partitions(topic).stream()).toList();
      return broker.partitionsWithRecords(
          new ConsumerLag(broker).nextOffsets(partitions, broker.committedOffsets(group)));
    }
  }

  /** Offsets after the position of the group, control records included; 0 if no record follows. */
  public long pendingRecords(String topic, String group) {
    Map<TopicPartition, Long> from =
        nextOffsets(broker.partitions(topic), broker.committedOffsets(group));
    Map<TopicPartition, Long> pending = broker.partitionsWithRecords(from);
    Map<TopicPartition, Long> ends = broker.endOffsets(pending.keySet());
    return pending.entrySet().stream()
        .mapToLong(each -> Objects.requireNonNull(ends.get(each.getKey())) - each.getValue())
        .sum();
  }

  /** Whether the topics that a connector has read hold records that it has not read. */
  public boolean hasLag(String group) {
    Map<TopicPartition, Long> committed = broker.committedOffsets(group);
    if (committed.isEmpty()) {
      return true;
    }
    Set<String> topics = new TreeSet<>();
    committed.keySet().forEach(partition -> topics.add(partition.topic()));
    List<TopicPartition> partitions =
        topics.stream().flatMap(topic -> broker.partitions(topic).stream()).toList();
    return !broker.partitionsWithRecords(nextOffsets(partitions, committed)).isEmpty();
  }

  private Map<TopicPartition, Long> nextOffsets(
      Collection<TopicPartition> partitions, Map<TopicPartition, Long> committed) {
    Map<TopicPartition, Long> from = new HashMap<>(broker.beginningOffsets(partitions));
    from.replaceAll((partition, begin) -> Math.max(begin, committed.getOrDefault(partition, 0L)));
    return from;
  }
}
