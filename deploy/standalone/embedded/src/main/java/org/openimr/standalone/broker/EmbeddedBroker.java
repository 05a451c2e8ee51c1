package org.openimr.standalone.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.openimr.standalone.process.FreePorts;
import org.openimr.standalone.process.StartupException;

/** A Kafka node in this JVM that listens on the loopback interface only. */
public final class EmbeddedBroker implements AutoCloseable {
  /** Constant because a directory belongs to one cluster; Base64 of "imr-local-broker". */
  private static final String CLUSTER_ID = "aW1yLWxvY2FsLWJyb2tlcg";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a single-node cluster with the records in the directory, if any, and waits until it
   * accepts requests.
   *
   * @param directory data directory, created if missing; nothing else is written
   * @param port port to listen on; 0 selects a free port
   * @throws StartupException if the broker cannot start
   */
  public static EmbeddedBroker start(Path directory, int port) {
    return start(directory, singleNode(port));
  }

  private static ClusterNode singleNode(int port) {
    List<Integer> free = FreePorts.choose(2);
    return port == 0
        ? new ClusterNode(1, free.getFirst(), free.subList(1, 2))
        : new ClusterNode(1, FreePorts.claim(port, "broker"), free.subList(0, 1));
  }

  /**
   * Starts a node of a cluster with the records in the directory, if any, and waits until it
   * accepts requests, which needs a majority of the nodes.
   *
   * @throws StartupException if the broker cannot start
   */
  public static EmbeddedBroker start(Path directory, ClusterNode node) {
    return start(directory, node, Map.of(), List.of());
  }

  /**
   * Starts a node of a cluster with authentication and authorization.
   *
   * @throws StartupException if the broker cannot start
   */
  public static EmbeddedBroker start(Path directory, ClusterNode node, BrokerSecurity security) {
    return start(directory, node, security.settings(node), security.scramArguments());
  }

  private static EmbeddedBroker start(
      Path directory, ClusterNode node, Map<String, String> overrides, List<String> users) {
    try {
      Files.createDirectories(directory);
      CrashRecovery recovery = new CrashRecovery(directory, node);
      if (recovery.isNeeded()) {
        recovery.recover();
      }
      Map<String, String> settings = new HashMap<>(EmbeddedBrokerConfig.of(directory, node));
      settings.putAll(overrides);
      format(directory, node.id(), users);
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, node.port());
    } catch (Exception e) {
      throw new StartupException("The embedded broker did not start: " + e.getMessage(), e);
    }
  }

  /**
   * Registers an action to run before a broker terminates this process, as it does after a fatal
   * error such as a full disk.
   */
  public static void onProcessExit(Runnable action) {
    Exit.Procedure procedure =
        (status, message) -> {
          action.run();
          Runtime.getRuntime().halt(status);
        };
    Exit.setExitProcedure(procedure);
    Exit.setHaltProcedure(procedure);
  }

  /** Host and port for clients' {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory, int id, List<String> users) throws Exception {
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(id)
        .setClusterId(CLUSTER_ID)
        .setControllerListenerName(EmbeddedBrokerConfig.CONTROLLER_LISTENER)
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .setIgnoreFormatted(true)
        .setScramArguments(users)
        .run();
  }
}
