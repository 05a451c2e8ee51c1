package org.openimr.schemas.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of CONTRACT.md. */
public final class TopicCreator {
  /** As many copies as the broker makes by itself. */
  public static final int BROKER_DEFAULT_REPLICATION = -1;

  private TopicCreator() {}

  /**
   * Creates those topics that are not there; the others stay as they are.
   *
   * @param replication copies of each partition, or {@link #BROKER_DEFAULT_REPLICATION}
   * @return what was created
   * @throws KafkaException if the broker does not answer or refuses
   */
  public static List<Topic> create(Admin admin, int replication) throws InterruptedException {
    return create(admin, replication, Arrays.asList(Topic.values()));
  }

  /**
   * Makes sure that topics are there; needs no right to create them if they are.
   *
   * @throws KafkaException if the broker does not answer or refuses
   */
  public static void require(Admin admin, Collection<Topic> topics) throws InterruptedException {
    Set<String> there = AdminFutures.get(admin.listTopics().names());
    create(
        admin,
        BROKER_DEFAULT_REPLICATION,
        topics.stream().filter(topic -> !there.contains(topic.topicName())).toList());
  }

  private static List<Topic> create(Admin admin, int replication, List<Topic> topics)
      throws InterruptedException {
    Map<String, KafkaFuture<Void>> requested =
        admin
            .createTopics(topics.stream().map(topic -> topic.newTopic(replication)).toList())
            .values();
    List<Topic> created = new ArrayList<>();
    for (Topic topic : topics) {
      if (isNew(requested.get(topic.topicName()))) {
        created.add(topic);
      }
    }
    awaitReady(admin, created);
    return created;
  }

  /** Waits until the partitions of new topics are served. */
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
