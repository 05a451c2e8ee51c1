package org.openimr.sink.lake;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.openimr.schemas.topic.AdminFutures;
import org.openimr.schemas.topic.TopicReadiness;
import org.openimr.sink.lake.catalog.LakeTable;

/**
 * Creates the control topics with which the tasks of a connector coordinate commits, one per
 * connector. They must exist before the connectors start, and their retention must exceed the
 * longest outage.
 */
final class IcebergControlTopics {
  private static final Duration RETENTION = Duration.ofDays(90);

  private IcebergControlTopics() {}

  /** Creates missing control topics and waits until all are available. */
  static void create(Admin admin) {
    try {
      for (KafkaFuture<Void> creation :
          admin
              .createTopics(
                  Arrays.stream(LakeTable.values()).map(IcebergControlTopics::topic).toList())
              .values()
              .values()) {
        await(creation);
      }
      TopicReadiness.await(
          admin, Arrays.stream(LakeTable.values()).map(LakeTable::controlTopic).toList());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while creating topics", e);
    }
  }

  private static NewTopic topic(LakeTable table) {
    return new NewTopic(table.controlTopic(), Optional.of(1), Optional.empty())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(RETENTION.toMillis())));
  }

  private static void await(KafkaFuture<Void> creation) throws InterruptedException {
    try {
      AdminFutures.get(creation);
    } catch (TopicExistsException e) {
      // created by an earlier start
    }
  }
}
