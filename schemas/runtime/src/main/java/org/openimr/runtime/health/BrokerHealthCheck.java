package org.openimr.runtime.health;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.openimr.schemas.topic.Topic;

/**
 * Whether the brokers answer and hold the topics of a service: down if none answers, a topic is not
 * there or a partition has no leader; degraded while a partition lacks a replica.
 */
public final class BrokerHealthCheck implements Supplier<HealthStatus>, AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final Admin admin;
  private final List<String> topics;

  /**
   * Connects; the brokers need not be there yet.
   *
   * @param kafka settings of Kafka's clients
   * @param topics that the service can't be without
   */
  public BrokerHealthCheck(Map<String, String> kafka, Collection<Topic> topics) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("client.id", "imr-health");
    admin = Admin.create(settings);
    this.topics = topics.stream().map(Topic::topicName).toList();
  }

  @Override
  public HealthStatus get() {
    try {
      return of(
          admin
              .describeTopics(topics)
              .allTopicNames()
              .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
              .values());
    } catch (ExecutionException e) {
      return e.getCause() instanceof UnknownTopicOrPartitionException
          ? HealthStatus.down("topics are missing (imr topics create)")
          : HealthStatus.down("broker not reachable");
    } catch (TimeoutException e) {
      return HealthStatus.down("broker not reachable");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HealthStatus.down("stopping");
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  private static HealthStatus of(Collection<TopicDescription> topics) {
    List<TopicPartitionInfo> partitions =
        topics.stream().flatMap(topic -> topic.partitions().stream()).toList();
    long leaderless = partitions.stream().filter(partition -> hasNoLeader(partition)).count();
    if (leaderless > 0) {
      return HealthStatus.down(
          "%d of %d partitions have no leader".formatted(leaderless, partitions.size()));
    }
    long thin = partitions.stream().filter(BrokerHealthCheck::lacksReplica).count();
    return thin == 0
        ? HealthStatus.UP
        : HealthStatus.degraded(
            "%d of %d partitions lack a replica".formatted(thin, partitions.size()));
  }

  private static boolean hasNoLeader(TopicPartitionInfo partition) {
    return partition.leader() == null || partition.leader().isEmpty();
  }

  private static boolean lacksReplica(TopicPartitionInfo partition) {
    return partition.isr().size() < partition.replicas().size();
  }
}
