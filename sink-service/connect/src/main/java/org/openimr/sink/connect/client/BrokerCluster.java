package org.openimr.sink.connect.client;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.openimr.schemas.topic.AdminFutures;
import org.openimr.sink.connect.spi.SinkException;

/** Identifies a Kafka cluster. */
final class BrokerCluster {
  private BrokerCluster() {}

  /**
   * Returns the id of the cluster of a broker.
   *
   * @param kafka settings of the client
   * @throws SinkException if the broker does not respond
   */
  static String id(Map<String, String> kafka) {
    try (Admin admin = Admin.create(Map.copyOf(kafka))) {
      return AdminFutures.get(admin.describeCluster().clusterId());
    } catch (KafkaException e) {
      throw new SinkException("The broker does not respond; nothing was skipped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SinkException("Interrupted; nothing was skipped", e);
    }
  }
}
