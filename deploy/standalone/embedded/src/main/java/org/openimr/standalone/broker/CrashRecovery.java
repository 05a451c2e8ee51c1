package org.openimr.standalone.broker;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Recovery of a single-node cluster that was killed, before the node starts again.
 *
 * <p>The controller first considers the previous broker session alive and leader of all partitions.
 * When the session expires, no partition has a leader until the new broker is registered. If the
 * transaction coordinator (Kafka 4.3.1) completes a pending commit in between, it finds no leader,
 * assumes that the partition was deleted and does not write the transaction marker. The transaction
 * then stays open on that partition and blocks {@code read_committed} consumers. Running the
 * controller alone until the session expires avoids this.
 */
record CrashRecovery(Path directory, ClusterNode node) {
  private static final String SESSION_MILLIS = "1000";

  /** Kafka logs a warning if this is more than half of the session timeout. */
  private static final String HEARTBEAT_MILLIS = "500";

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(50);

  /** Whether a node used the directory and was not shut down. */
  boolean isNeeded() {
    return node.replication() == 1
        && Files.exists(directory.resolve("meta.properties"))
        && !Files.exists(directory.resolve(".kafka_cleanshutdown"));
  }

  /** Runs the controller alone until the broker session has expired; takes about two seconds. */
  void recover() {
    Map<String, String> settings = new HashMap<>(EmbeddedBrokerConfig.of(directory, node));
    settings.put("process.roles", "controller");
    settings.put(
        "listeners",
        EmbeddedBrokerConfig.CONTROLLER_LISTENER + "://127.0.0.1:" + node.controllerPort());
    settings.remove("advertised.listeners");
    settings.put("broker.session.timeout.ms", SESSION_MILLIS);
    settings.put("broker.heartbeat.interval.ms", HEARTBEAT_MILLIS);
    KafkaRaftServer controller = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    controller.startup();
    try {
      awaitSessionExpired();
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static void awaitSessionExpired() {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!(metric("ActiveBrokerCount") == 0 && metric("FencedBrokerCount") > 0)
        && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** A metric of the controller; -1 until it exists. */
  private static int metric(String metricName) {
    try {
      ObjectName name = new ObjectName("kafka.controller:type=KafkaController,name=" + metricName);
      return ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Value"))
          .intValue();
    } catch (JMException e) {
      return -1;
    }
  }
}
