package org.openimr.cli.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.openimr.schemas.topic.AdminFutures;

/** Consumer groups of applications on a broker. */
final class ConsumerGroupReset implements AutoCloseable {
  private final Admin admin;

  ConsumerGroupReset(Map<String, String> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.putIfAbsent("default.api.timeout.ms", "10000");
    settings.putIfAbsent("request.timeout.ms", "5000");
    this.admin = Admin.create(settings);
  }

  /** Instances and threads at work; of those killed too, until their session ends. */
  int members(ServiceGroup application) throws InterruptedException {
    try {
      return AdminFutures.get(
              admin
                  .describeConsumerGroups(List.of(application.group()))
                  .describedGroups()
                  .get(application.group()))
          .members()
          .size();
    } catch (GroupIdNotFoundException e) {
      return 0;
    }
  }

  /** Offsets of its topic that hold something. */
  long recordsAgain(ServiceGroup application) throws InterruptedException {
    Map<TopicPartition, Long> begins = offsets(application, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(application, OffsetSpec.latest());
    return ends.keySet().stream().mapToLong(at -> ends.get(at) - begins.get(at)).sum();
  }

  void deleteOffsets(ServiceGroup application) throws InterruptedException {
    try {
      AdminFutures.get(admin.deleteConsumerGroups(List.of(application.group())).all());
    } catch (GroupIdNotFoundException e) {
      // none to delete
    }
  }

  private Map<TopicPartition, Long> offsets(ServiceGroup application, OffsetSpec which)
      throws InterruptedException {
    String topic = application.topic().topicName();
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    AdminFutures.get(admin.describeTopics(List.of(topic)).allTopicNames())
        .get(topic)
        .partitions()
        .forEach(at -> wanted.put(new TopicPartition(topic, at.partition()), which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> each :
        AdminFutures.get(admin.listOffsets(wanted).all()).entrySet()) {
      offsets.put(each.getKey(), each.getValue().offset());
    }
    return offsets;
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
