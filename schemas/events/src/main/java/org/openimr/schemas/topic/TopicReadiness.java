package org.openimr.schemas.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Partitions of topics that were just created.
 *
 * <p>A broker says that a topic is created before it knows of it, and knows of it before it serves
 * all of its partitions. A producer that sends in between can lose what it sends first: its first
 * batch is refused, the second, already under way, is taken, and from then on the first is out of
 * order until its time of two minutes is up (KAFKA-15591; brokers up to 4.3, idempotent producers
 * with more than one request under way).
 */
public final class TopicReadiness {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private TopicReadiness() {}

  /**
   * Waits until each partition is served by its leader, so that producers may start. Whoever may
   * create topics but not describe them does not wait.
   *
   * @throws KafkaException if a topic is not known within a minute, or a partition not served in
   *     the time that the admin client has for a call
   */
  public static void await(Admin admin, Collection<String> topics) throws InterruptedException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!served(admin, topics, System.nanoTime() < end)) {
      Thread.sleep(POLL_INTERVAL);
    }
  }

  /** The topics are asked for first: where one is unknown, asking for offsets logs an error. */
  private static boolean served(Admin admin, Collection<String> topics, boolean patient)
      throws InterruptedException {
    try {
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      AdminFutures.get(admin.describeTopics(topics).allTopicNames())
          .values()
          .forEach(topic -> ends.putAll(ends(topic)));
      AdminFutures.get(admin.listOffsets(ends).all());
      return true;
    } catch (AuthorizationException e) {
      return true;
    } catch (UnknownTopicOrPartitionException e) {
      if (patient) {
        return false;
      }
      throw e;
    }
  }

  private static Map<TopicPartition, OffsetSpec> ends(TopicDescription topic) {
    return topic.partitions().stream()
        .collect(
            Collectors.toMap(
                partition -> new TopicPartition(topic.name(), partition.partition()),
                partition -> OffsetSpec.latest()));
  }
}
