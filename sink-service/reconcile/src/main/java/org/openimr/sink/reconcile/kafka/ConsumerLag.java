package org.openimr.sink.reconcile.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Records that a consumer group has yet to read. */
public final class ConsumerLag {
  private final CommittedTopicReader broker;

  public ConsumerLag(CommittedTopicReader broker) {
    this.broker = broker;
  }

  /**
   * The partitions in which a record waits for a group, each with where the group goes on; those in
   * which only ends of transactions follow are left out.
   *
   * @param kafka settings of the clients
   * @param topics that the group reads, begun or not
   */
  public static Map<TopicPartition, Long> pendingRecords(
      Map<String, String> kafka, Collection<String> topics, String group) {
    try (CommittedTopicReader broker = new CommittedTopicReader(kafka)) {
      List<TopicPartition> partitions =
          topics.stream().flatMap(topic -> broker.partitions(topic).stream()).toList();
      return broker.partitionsWithRecords(
          new ConsumerLag(broker).begun(partitions, broker.committedOffsets(group)));
    }
  }

  /** Records of a topic, ends of transactions included where any record waits; else 0. */
  public long pendingRecords(String topic, String group) {
    Map<TopicPartition, Long> from =
        begun(broker.partitions(topic), broker.committedOffsets(group));
    Map<TopicPartition, Long> waiting = broker.partitionsWithRecords(from);
    Map<TopicPartition, Long> ends = broker.endOffsets(waiting.keySet());
    return waiting.entrySet().stream()
        .mapToLong(each -> ends.get(each.getKey()) - each.getValue())
        .sum();
  }

  /** Whether any record of the topics of a connector waits. */
  public boolean hasLag(String group) {
    Map<TopicPartition, Long> committed = broker.committedOffsets(group);
    if (committed.isEmpty()) {
      return true;
    }
    Set<String> topics = new TreeSet<>();
    committed.keySet().forEach(partition -> topics.add(partition.topic()));
    List<TopicPartition> partitions =
        topics.stream().flatMap(topic -> broker.partitions(topic).stream()).toList();
    return !broker.partitionsWithRecords(begun(partitions, committed)).isEmpty();
  }

  private Map<TopicPartition, Long> begun(
      Collection<TopicPartition> partitions, Map<TopicPartition, Long> committed) {
    Map<TopicPartition, Long> from = new HashMap<>(broker.beginningOffsets(partitions));
    from.replaceAll((partition, begin) -> Math.max(begin, committed.getOrDefault(partition, 0L)));
    return from;
  }
}
