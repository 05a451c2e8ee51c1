package org.openimr.tools.benchmarks.cluster;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.openimr.schemas.topic.Topic;
import org.openimr.schemas.topic.TopicReadiness;

/** Creates topics and measures their size. */
public record BenchmarkTopics(Admin admin) {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);

  /** Waits for the broker and creates all topics of the pipeline. */
  void createAll(int partitions) throws IOException, InterruptedException {
    List<NewTopic> topics =
        Arrays.stream(Topic.values()).map(topic -> newTopic(topic, partitions)).toList();
    Instant deadline = Instant.now().plus(START_TIMEOUT);
    while (true) {
      try {
        admin.createTopics(topics).all().get();
        awaitServed(topics);
        return;
      } catch (ExecutionException e) {
        if (Instant.now().isAfter(deadline)) {
          throw new IOException("the broker is not available: " + e.getCause(), e);
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
  }

  /** Makes the broker use the append time as timestamp of records. */
  public void useLogAppendTime(String topic) throws InterruptedException {
    AlterConfigOp change =
        new AlterConfigOp(
            new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"),
            AlterConfigOp.OpType.SET);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    await(admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all());
  }

  /** Creates a topic. */
  public void create(String name, int partitions) throws InterruptedException {
    create(new NewTopic(name, partitions, (short) 1));
  }

  /** Creates a compacted topic with as many partitions as another topic. */
  public void createLike(String name, Topic other) throws InterruptedException {
    try {
      NewTopic topic =
          new NewTopic(name, partitions(admin, other), (short) 1)
              .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"));
      create(topic);
    } catch (ExecutionException e) {
      throw new IllegalStateException("describing topic " + other + " failed", e);
    }
  }

  /** Number of partitions of a topic on the broker. */
  static int partitions(Admin admin, Topic topic) throws ExecutionException, InterruptedException {
    String name = topic.topicName();
    TopicDescription description =
        admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
    return Objects.requireNonNull(description, name).partitions().size();
  }

  private void create(NewTopic topic) throws InterruptedException {
    await(admin.createTopics(List.of(topic)).all());
    awaitServed(List.of(topic));
  }

  private void awaitServed(List<NewTopic> topics) throws InterruptedException {
    TopicReadiness.await(admin, topics.stream().map(NewTopic::name).toList());
  }

  /** Size of the selected topics on the broker, in bytes. */
  public long sizeInBytes(Predicate<String> topics) throws InterruptedException {
    try {
      return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
          .flatMap(directories -> directories.values().stream())
          .flatMap(directory -> directory.replicaInfos().entrySet().stream())
          .filter(replica -> topics.test(replica.getKey().topic()))
          .mapToLong(replica -> replica.getValue().size())
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("describing log directories failed", e);
    }
  }

  private static void await(KafkaFuture<Void> future) throws InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new IllegalStateException("the broker rejected the request: " + cause.getMessage(), e);
    }
  }

  private static NewTopic newTopic(Topic topic, int partitions) {
    boolean isSingle = topic.partitions() == 1;
    return new NewTopic(topic.topicName(), isSingle ? 1 : partitions, (short) 1)
        .configs(topic.configuration());
  }
}
