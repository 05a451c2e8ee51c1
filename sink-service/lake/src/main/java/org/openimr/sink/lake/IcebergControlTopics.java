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
 * The topics that the connectors agree on commits by, one a connector: they have to be there before
 * the connectors start, and to keep more than any outage lasts.
 */
final class IcebergControlTopics {
  private static final Duration KEPT = Duration.ofDays(90);

  private IcebergControlTopics() {}

  /** Creates those that are not there, and waits until all are served. */
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
      throw new KafkaException("interrupted while topics were created", e);
    }
  }

  private static NewTopic topic(LakeTable table) {
    return new NewTopic(table.controlTopic(), Optional.of(1), Optional.empty())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(KEPT.toMillis())));
  }

  private static void await(KafkaFuture<Void> creation) throws InterruptedException {
    try {
      AdminFutures.get(creation);
    } catch (TopicExistsException e) {
      // an earlier start made it
    }
  }
}
