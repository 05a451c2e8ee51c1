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
 * Waits for the partitions of new topics.
 *
 * <p>A broker confirms the creation of a topic before its metadata has it, and has metadata before
 * all partitions have leaders. A producer that sends in between can lose its first batch: the first
 * is rejected, the second, already in flight, is accepted, and from then on the first is out of
 * order until its delivery timeout of two minutes (KAFKA-15591; brokers up to 4.3, idempotent
 * producers with more than one request in flight).
 */
public final class TopicReadiness {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private TopicReadiness() {}

  /**
   * Waits until each partition has a leader, so that producers can start. Returns at once if the
   * client is not authorized to describe topics.
   *
   * @throws KafkaException if a topic is unknown after a minute, or a partition has no leader
   *     within the timeout of the admin client
   */
  public static void await(Admin admin, Collection<String> topics) throws InterruptedException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!areReady(admin, topics, System.nanoTime() < end)) {
      Thread.sleep(POLL_INTERVAL);
    }
  }

  /** Describes the topics first, because listing offsets of an unknown topic logs an error. */
  private static boolean areReady(Admin admin, Collection<String> topics, boolean mayRetry)
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
      if (mayRetry) {
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
