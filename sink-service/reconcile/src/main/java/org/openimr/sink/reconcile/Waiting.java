package org.openimr.sink.reconcile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Records that a consumer group has yet to read. */
public final class Waiting {
  private final Broker broker;

  Waiting(Broker broker) {
    this.broker = broker;
  }

  /**
   * The partitions in which a record waits for a group, each with where the group goes on; those in
   * which only ends of transactions follow are left out.
   *
   * @param kafka settings of the clients
   * @param topics that the group reads, begun or not
   */
  public static Map<TopicPartition, Long> of(
      Map<String, String> kafka, Collection<String> topics, String group) {
    try (Broker broker = new Broker(kafka)) {
      List<TopicPartition> partitions =
          topics.stream().flatMap(topic -> broker.partitions(topic).stream()).toList();
      return broker.withRecords(new Waiting(broker).begun(partitions, broker.committed(group)));
    }
  }

  /** Records of a topic, ends of transactions included where any record waits; else 0. */
  long of(String topic, String group) {
    Map<TopicPartition, Long> from = begun(broker.partitions(topic), broker.committed(group));
    Map<TopicPartition, Long> waiting = broker.withRecords(from);
    Map<TopicPartition, Long> ends = broker.ends(waiting.keySet());
    return waiting.entrySet().stream()
        .mapToLong(each -> ends.get(each.getKey()) - each.getValue())
        .sum();
  }

  /** Whether any record of the topics of a connector waits. */
  boolean isAny(String group) {
    Map<TopicPartition, Long> committed = broker.committed(group);
    if (committed.isEmpty()) {
      return true;
    }
    Set<String> topics = new TreeSet<>();
    committed.keySet().forEach(partition -> topics.add(partition.topic()));
    List<TopicPartition> partitions =
        topics.stream().flatMap(topic -> broker.partitions(topic).stream()).toList();
    return !broker.withRecords(begun(partitions, committed)).isEmpty();
  }

  private Map<TopicPartition, Long> begun(
      Collection<TopicPartition> partitions, Map<TopicPartition, Long> committed) {
    Map<TopicPartition, Long> from = new HashMap<>(broker.begins(partitions));
    from.replaceAll((partition, begin) -> Math.max(begin, committed.getOrDefault(partition, 0L)));
    return from;
  }
}
