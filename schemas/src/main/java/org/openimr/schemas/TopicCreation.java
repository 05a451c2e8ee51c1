package org.openimr.schemas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of CONTRACT.md. */
public final class TopicCreation {
  /** As many copies as the broker makes by itself. */
  public static final int BROKERS_OWN_REPLICATION = -1;

  private TopicCreation() {}

  /**
   * Creates those topics that are not there; the others stay as they are.
   *
   * @param replication copies of each partition, or {@link #BROKERS_OWN_REPLICATION}
   * @return what was created
   * @throws KafkaException if the broker does not answer or refuses
   */
  public static List<Topic> create(Admin admin, int replication) throws InterruptedException {
    List<Topic> topics = Arrays.asList(Topic.values());
    Map<String, KafkaFuture<Void>> requested =
        admin
            .createTopics(topics.stream().map(topic -> topic.toCreate(replication)).toList())
            .values();
    List<Topic> created = new ArrayList<>();
    for (Topic topic : topics) {
      if (isNew(requested.get(topic.topicName()))) {
        created.add(topic);
      }
    }
    return created;
  }

  private static boolean isNew(KafkaFuture<Void> creation) throws InterruptedException {
    try {
      creation.get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e.getCause() instanceof KafkaException refused
          ? refused
          : new KafkaException(e.getCause());
    }
  }
}
