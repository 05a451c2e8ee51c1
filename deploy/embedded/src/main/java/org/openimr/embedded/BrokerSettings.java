package org.openimr.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of a Kafka node that is broker and controller at once and has no peers. */
final class BrokerSettings {
  /** Room for a raw letter of 16 MiB and its headers. */
  static final int MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final Map<String, String> ALONE =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("node.id", Integer.toString(NODE_ID)),
          Map.entry("controller.listener.names", CONTROLLER_LISTENER),
          Map.entry("default.replication.factor", "1"),
          Map.entry("min.insync.replicas", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES)));

  /** Fewer partitions, threads and buffers than a cluster has: they are what a start waits for. */
  private static final Map<String, String> QUICK =
      Map.ofEntries(
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024)));

  private BrokerSettings() {}

  static Map<String, String> of(Path folder, int port, int controllerPort) {
    Map<String, String> settings = new HashMap<>(ALONE);
    settings.putAll(QUICK);
    String broker = "PLAINTEXT://127.0.0.1:" + port;
    settings.put(
        "listeners", broker + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", broker);
    settings.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    settings.put("log.dirs", folder.toString());
    return settings;
  }
}
