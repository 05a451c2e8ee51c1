package org.openimr.schemas.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of CONTRACT.md. */
public final class TopicCreator {
  /** The broker's default number of replicas. */
  public static final int BROKER_DEFAULT_REPLICATION = -1;

  private TopicCreator() {}

  /**
   * Creates the missing topics; existing ones are not changed.
   *
   * @param replication replicas of each partition, or {@link #BROKER_DEFAULT_REPLICATION}
   * @return the created topics
   * @throws KafkaException if the broker is unavailable or refuses
   */
  public static List<Topic> create(Admin admin, int replication) throws InterruptedException {
    return create(admin, replication, Arrays.asList(Topic.values()));
  }

  /**
   * Creates the missing ones of some topics; requires the right to create topics only if any is
   * missing.
   *
   * @throws KafkaException if the broker is unavailable or refuses
   */
  public static void require(Admin admin, Collection<Topic> topics) throws InterruptedException {
    Set<String> existing = AdminFutures.get(admin.listTopics().names());
    create(
        admin,
        BROKER_DEFAULT_REPLICATION,
        topics.stream().filter(topic -> !existing.contains(topic.topicName())).toList());
  }

  private static List<Topic> create(Admin admin, int replication, List<Topic> topics)
      throws InterruptedException {
    Map<String, KafkaFuture<Void>> requested =
        admin
            .createTopics(topics.stream().map(topic -> topic.newTopic(replication)).toList())
            .values();
    List<Topic> created = new ArrayList<>();
    for (Topic topic : topics) {
      if (isNew(Objects.requireNonNull(requested.get(topic.topicName())))) {
        created.add(topic);
      }
    }
    awaitReady(admin, created);
    return created;
  }

  /** Waits until the partitions of new topics have leaders. */
  static void awaitReady(Admin admin, List<Topic> created) throws InterruptedException {
    TopicReadiness.await(admin, created.stream().map(Topic::topicName).toList());
  }

  private static boolean isNew(KafkaFuture<Void> creation) throws InterruptedException {
    try {
      AdminFutures.get(creation);
      return true;
    } catch (TopicExistsException e) {
      return false;
    }
  }
}
