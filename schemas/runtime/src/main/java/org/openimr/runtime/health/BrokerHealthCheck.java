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
 * Checks that the brokers are reachable and have the topics of a service: down if no broker is
 * reachable, a topic is missing or a partition has no leader; degraded while a replica is missing.
 */
public final class BrokerHealthCheck implements Supplier<HealthStatus>, AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final Admin admin;
  private final List<String> topics;

  /**
   * Connects; the brokers need not be reachable yet.
   *
   * @param kafka settings of Kafka's clients
   * @param topics that the service requires
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
    long underReplicated = partitions.stream().filter(BrokerHealthCheck::lacksReplica).count();
    return underReplicated == 0
        ? HealthStatus.UP
        : HealthStatus.degraded(
            "%d of %d partitions lack a replica".formatted(underReplicated, partitions.size()));
  }

  private static boolean hasNoLeader(TopicPartitionInfo partition) {
    return partition.leader() == null || partition.leader().isEmpty();
  }

  private static boolean lacksReplica(TopicPartitionInfo partition) {
    return partition.isr().size() < partition.replicas().size();
  }
}
