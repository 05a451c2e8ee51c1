package org.openimr.tools.benchmarks.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.topic.Topic;

/** How far a consumer group has committed on a topic whose writing is over. */
public final class ConsumerGroupProgress {
  private final Admin admin;
  private final Map<TopicPartition, Long> ends;

  private ConsumerGroupProgress(Admin admin, Map<TopicPartition, Long> ends) {
    this.admin = admin;
    this.ends = ends;
  }

  public static ConsumerGroupProgress startedOn(Admin admin, Topic topic)
      throws InterruptedException {
    try {
      int partitions =
          admin
              .describeTopics(java.util.List.of(topic.topicName()))
              .allTopicNames()
              .get()
              .get(topic.topicName())
              .partitions()
              .size();
      Map<TopicPartition, OffsetSpec> asked =
          IntStream.range(0, partitions)
              .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
              .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin.listOffsets(asked).all().get().forEach((key, end) -> ends.put(key, end.offset()));
      return new ConsumerGroupProgress(admin, ends);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell the ends of " + topic, e);
    }
  }

  /** Records in the topic. */
  public long records() {
    return ends.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records that a group has committed. */
  public long committed(String group) throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return ends.keySet().stream()
          .map(offsets::get)
          .filter(java.util.Objects::nonNull)
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    } catch (ExecutionException e) {
      return 0;
    }
  }
}
