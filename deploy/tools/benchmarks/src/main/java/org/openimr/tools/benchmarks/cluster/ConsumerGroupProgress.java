package org.openimr.tools.benchmarks.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.topic.Topic;

/** Progress of consumer groups on a topic that is no longer written. */
public final class ConsumerGroupProgress {
  private final Admin admin;
  private final Map<TopicPartition, Long> ends;

  private ConsumerGroupProgress(Admin admin, Map<TopicPartition, Long> ends) {
    this.admin = admin;
    this.ends = ends;
  }

  /** Records the current end of a topic. */
  public static ConsumerGroupProgress startedOn(Admin admin, Topic topic)
      throws InterruptedException {
    try {
      Map<TopicPartition, OffsetSpec> request =
          IntStream.range(0, BenchmarkTopics.partitions(admin, topic))
              .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
              .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin.listOffsets(request).all().get().forEach((key, end) -> ends.put(key, end.offset()));
      return new ConsumerGroupProgress(admin, ends);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading end offsets of " + topic + " failed", e);
    }
  }

  /** Number of records in the topic. */
  public long records() {
    return ends.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Number of records that a group has committed. */
  public long committed(String group) throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return ends.keySet().stream()
          .map(offsets::get)
          .filter(Objects::nonNull)
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    } catch (ExecutionException e) {
      return 0;
    }
  }
}
