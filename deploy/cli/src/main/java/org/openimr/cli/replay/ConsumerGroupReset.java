package org.openimr.cli.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.openimr.schemas.topic.AdminFutures;

/** Resets the consumer groups of services. */
final class ConsumerGroupReset implements AutoCloseable {
  private final Admin admin;

  ConsumerGroupReset(Map<String, String> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.putIfAbsent("default.api.timeout.ms", "10000");
    settings.putIfAbsent("request.timeout.ms", "5000");
    this.admin = Admin.create(settings);
  }

  /** Number of members; killed members count until their session times out. */
  int members(ServiceGroup service) throws InterruptedException {
    try {
      return AdminFutures.get(
              Objects.requireNonNull(
                  admin
                      .describeConsumerGroups(List.of(service.group()))
                      .describedGroups()
                      .get(service.group())))
          .members()
          .size();
    } catch (GroupIdNotFoundException e) {
      return 0;
    }
  }

  /** Number of offsets on the topic, an upper bound of the records to process again. */
  long topicSize(ServiceGroup service) throws InterruptedException {
    Map<TopicPartition, Long> begins = offsets(service, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(service, OffsetSpec.latest());
    return sum(ends) - sum(begins);
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  void deleteOffsets(ServiceGroup service) throws InterruptedException {
    try {
      AdminFutures.get(admin.deleteConsumerGroups(List.of(service.group())).all());
    } catch (GroupIdNotFoundException e) {
      // the group does not exist
    }
  }

  private Map<TopicPartition, Long> offsets(ServiceGroup service, OffsetSpec which)
      throws InterruptedException {
    String topic = service.topic().topicName();
    Map<TopicPartition, OffsetSpec> requested = new HashMap<>();
    Objects.requireNonNull(
            AdminFutures.get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic))
        .partitions()
        .forEach(at -> requested.put(new TopicPartition(topic, at.partition()), which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> each :
        AdminFutures.get(admin.listOffsets(requested).all()).entrySet()) {
      offsets.put(each.getKey(), each.getValue().offset());
    }
    return offsets;
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
