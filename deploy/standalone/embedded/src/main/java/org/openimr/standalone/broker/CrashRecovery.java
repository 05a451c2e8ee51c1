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
 * What is to be done before a node starts that has no peers and was killed.
 *
 * <p>Its controller takes the broker of before for alive for a while, and so the leader of all
 * partitions; then it finds that it is gone, and there is none until the new one is let in. A
 * transaction that was being committed is finished between the two, and where the transaction
 * coordinator of Kafka 4.3.1 finds no leader it takes the partition for deleted and leaves the
 * marker out: the transaction stays open there for ever, and readers of committed records stand.
 * Started alone first, the controller finds out without a coordinator.
 */
record CrashRecovery(Path folder, ClusterNode member) {
  private static final String SESSION_MILLIS = "1000";

  /** No more than half of it, or Kafka complains. */
  private static final String HEARTBEAT_MILLIS = "500";

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(50);

  /** Whether a node ran over the folder and did not close. */
  boolean happened() {
    return member.replication() == 1
        && Files.exists(folder.resolve("meta.properties"))
        && !Files.exists(folder.resolve(".kafka_cleanshutdown"));
  }

  /** Runs the controller alone until it knows that its broker is gone; takes two seconds. */
  void settle() {
    Map<String, String> settings = new HashMap<>(EmbeddedBrokerConfig.of(folder, member));
    settings.put("process.roles", "controller");
    settings.put(
        "listeners",
        EmbeddedBrokerConfig.CONTROLLER_LISTENER + "://127.0.0.1:" + member.controllerPort());
    settings.remove("advertised.listeners");
    settings.put("broker.session.timeout.ms", SESSION_MILLIS);
    settings.put("broker.heartbeat.interval.ms", HEARTBEAT_MILLIS);
    KafkaRaftServer controller = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    controller.startup();
    try {
      awaitBrokerGone();
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static void awaitBrokerGone() {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (!(brokers("ActiveBrokerCount") == 0 && brokers("FencedBrokerCount") > 0)
        && System.nanoTime() < limit) {
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** A figure of the controller, or -1 while it has none. */
  private static int brokers(String figure) {
    try {
      ObjectName name = new ObjectName("kafka.controller:type=KafkaController,name=" + figure);
      return ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Value"))
          .intValue();
    } catch (JMException e) {
      return -1;
    }
  }
}
