package org.openimr.standalone.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of a Kafka node that is both broker and controller. */
final class EmbeddedBrokerConfig {
  /** A raw letter of at most 16 MiB with its headers. */
  static final int MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("controller.listener.names", CONTROLLER_LISTENER),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES)));

  /** Fewer partitions, threads and buffers than usual, because creating them delays the start. */
  private static final Map<String, String> FAST_START =
      Map.ofEntries(
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024)));

  private static final List<String> REPLICATION_FACTOR_KEYS =
      List.of(
          "default.replication.factor",
          "offsets.topic.replication.factor",
          "transaction.state.log.replication.factor",
          "share.coordinator.state.topic.replication.factor");

  private static final List<String> MIN_IN_SYNC_KEYS =
      List.of(
          "min.insync.replicas",
          "transaction.state.log.min.isr",
          "share.coordinator.state.topic.min.isr");

  private EmbeddedBrokerConfig() {}

  static Map<String, String> of(Path directory, ClusterNode node) {
    Map<String, String> settings = new HashMap<>(FIXED);
    settings.putAll(FAST_START);
    String broker = "PLAINTEXT://127.0.0.1:" + node.port();
    settings.put(
        "listeners", broker + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + node.controllerPort());
    settings.put("advertised.listeners", broker);
    settings.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    settings.put("controller.quorum.voters", node.voters());
    settings.put("log.dirs", directory.toString());
    settings.put("node.id", Integer.toString(node.id()));
    REPLICATION_FACTOR_KEYS.forEach(
        name -> settings.put(name, Integer.toString(node.replication())));
    MIN_IN_SYNC_KEYS.forEach(name -> settings.put(name, Integer.toString(node.inSync())));
    return settings;
  }
}
