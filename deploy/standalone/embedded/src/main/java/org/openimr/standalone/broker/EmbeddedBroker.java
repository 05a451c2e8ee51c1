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

/** A Kafka node in this JVM, on the loopback interface only; it ends when it is closed. */
public final class EmbeddedBroker implements AutoCloseable {
  /** The same at every start, for a folder belongs to one cluster: "imr-local-broker". */
  private static final String CLUSTER_ID = "aW1yLWxvY2FsLWJyb2tlcg";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a node over the records that the folder holds, if any, and returns when it serves.
   *
   * @param folder made if it is not there; nothing outside of it is written
   * @param port to listen on, 0 for a free one
   * @throws StartupException if it can't start
   */
  public static EmbeddedBroker start(Path folder, int port) {
    return start(folder, alone(port));
  }

  private static ClusterNode alone(int port) {
    List<Integer> free = FreePorts.choose(2);
    return port == 0
        ? new ClusterNode(1, free.getFirst(), free.subList(1, 2))
        : new ClusterNode(1, FreePorts.claim(port, "broker"), free.subList(0, 1));
  }

  /**
   * Starts a node of a cluster over the records that the folder holds, if any. It returns when the
   * node serves, for which most of its peers must run.
   *
   * @throws StartupException if it can't start
   */
  public static EmbeddedBroker start(Path folder, ClusterNode member) {
    return start(folder, member, Map.of(), List.of());
  }

  /**
   * The same for a node that is no one's but those whom it knows.
   *
   * @throws StartupException if it can't start
   */
  public static EmbeddedBroker start(Path folder, ClusterNode member, BrokerSecurity security) {
    return start(folder, member, security.settings(member), security.scramArguments());
  }

  private static EmbeddedBroker start(
      Path folder, ClusterNode member, Map<String, String> more, List<String> users) {
    try {
      Files.createDirectories(folder);
      CrashRecovery before = new CrashRecovery(folder, member);
      if (before.happened()) {
        before.settle();
      }
      Map<String, String> settings = new HashMap<>(EmbeddedBrokerConfig.of(folder, member));
      settings.putAll(more);
      format(folder, member.id(), users);
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, member.port());
    } catch (Exception e) {
      throw new StartupException("The embedded broker did not start: " + e.getMessage(), e);
    }
  }

  /**
   * Has something done before a node ends this process, as it does when it can't go on: for one,
   * when its disk is full.
   */
  public static void onProcessExit(Runnable last) {
    Exit.Procedure end =
        (status, message) -> {
          last.run();
          Runtime.getRuntime().halt(status);
        };
    Exit.setExitProcedure(end);
    Exit.setHaltProcedure(end);
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

  private static void format(Path folder, int id, List<String> users) throws Exception {
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(id)
        .setClusterId(CLUSTER_ID)
        .setControllerListenerName(EmbeddedBrokerConfig.CONTROLLER_LISTENER)
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setIgnoreFormatted(true)
        .setScramArguments(users)
        .run();
  }
}
