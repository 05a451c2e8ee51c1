package org.openimr.tools.benchmarks.cluster;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.openimr.schemas.topic.Topic;
import org.openimr.schemas.topic.TopicReadiness;

/** Topics of a run, and what the broker keeps of them. */
public record BenchmarkTopics(Admin admin) {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);

  /** Makes all topics of the pipeline, once the broker serves. */
  void createAll(int partitions) throws IOException, InterruptedException {
    List<NewTopic> topics =
        Arrays.stream(Topic.values()).map(topic -> created(topic, partitions)).toList();
    Instant limit = Instant.now().plus(START);
    while (true) {
      try {
        admin.createTopics(topics).all().get();
        awaitServed(topics);
        return;
      } catch (ExecutionException e) {
        if (Instant.now().isAfter(limit)) {
          throw new IOException("the broker does not serve: " + e.getCause(), e);
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
  }

  /** Lets the broker stamp records with the time of their append. */
  public void useLogAppendTime(String topic) throws InterruptedException {
    AlterConfigOp stamp =
        new AlterConfigOp(
            new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"),
            AlterConfigOp.OpType.SET);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    done(admin.incrementalAlterConfigs(Map.of(resource, List.of(stamp))).all());
  }

  /** Makes another topic. */
  public void create(String name, int partitions) throws InterruptedException {
    create(new NewTopic(name, partitions, (short) 1));
  }

  /** Makes another topic with the partitions of one that there is, compacted. */
  public void createLike(String name, Topic other) throws InterruptedException {
    try {
      int partitions =
          admin
              .describeTopics(List.of(other.topicName()))
              .allTopicNames()
              .get()
              .get(other.topicName())
              .partitions()
              .size();
      NewTopic topic =
          new NewTopic(name, partitions, (short) 1)
              .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"));
      create(topic);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell the partitions of " + other, e);
    }
  }

  private void create(NewTopic topic) throws InterruptedException {
    done(admin.createTopics(List.of(topic)).all());
    awaitServed(List.of(topic));
  }

  private void awaitServed(List<NewTopic> topics) throws InterruptedException {
    TopicReadiness.await(admin, topics.stream().map(NewTopic::name).toList());
  }

  /** Bytes of log that the broker keeps of some topics. */
  public long sizeInBytes(Predicate<String> topics) throws InterruptedException {
    try {
      return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
          .flatMap(folders -> folders.values().stream())
          .flatMap(folder -> folder.replicaInfos().entrySet().stream())
          .filter(replica -> topics.test(replica.getKey().topic()))
          .mapToLong(replica -> replica.getValue().size())
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell the size of its logs", e);
    }
  }

  private static void done(KafkaFuture<Void> asked) throws InterruptedException {
    try {
      asked.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause().getMessage(), e);
    }
  }

  private static NewTopic created(Topic topic, int partitions) {
    boolean one = topic.partitions() == 1;
    return new NewTopic(topic.topicName(), one ? 1 : partitions, (short) 1)
        .configs(topic.configuration());
  }
}
