package org.openimr.tools.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;
import org.openimr.schemas.topic.TopicCreator;
import org.openimr.tools.chaos.process.ProcessCluster;
import org.openimr.tools.chaos.process.ProcessKind;

/** Brings the processes up over an empty folder. */
final class ChaosClusterSetup {
  private static final Duration LIMIT = Duration.ofSeconds(240);

  private ChaosClusterSetup() {}

  /** Broker and registry with topics and schemas; returns when they are ready. */
  static void startInfrastructure(ProcessCluster processes)
      throws IOException, InterruptedException {
    CompletableFuture<Void> registry =
        CompletableFuture.runAsync(() -> processes.start(ProcessKind.REGISTRY));
    processes.start(ProcessKind.BROKER);
    await(processes, ProcessKind.BROKER);
    try (Admin admin = Admin.create(Map.copyOf(processes.connection().kafka()))) {
      TopicCreator.create(admin, TopicCreator.BROKER_DEFAULT_REPLICATION);
      keepAllRevisions(admin);
    }
    registry.join();
    SchemaRegistrar.register(processes.connection().registry());
  }

  /** Starts services and waits until all of them work. */
  static void startServices(ProcessCluster processes, List<ProcessKind> services)
      throws InterruptedException {
    services.forEach(processes::start);
    for (ProcessKind service : services) {
      await(processes, service);
    }
  }

  /**
   * Waits until a process works.
   *
   * @throws IllegalStateException if it ended or takes too long
   */
  static void await(ProcessCluster processes, ProcessKind role) throws InterruptedException {
    await(
        () -> {
          if (!processes.isAlive(role)) {
            throw new IllegalStateException(
                role.title() + " ended at its start; see " + processes.log(role));
          }
          return processes.isReady(role);
        },
        role.title() + " is not ready",
        LIMIT);
  }

  /** Waits until something holds. */
  static void await(BooleanSupplier condition, String otherwise, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("%s after %d s".formatted(otherwise, limit.toSeconds()));
      }
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  /** The proof reads all revisions, so nothing may be compacted before. */
  private static void keepAllRevisions(Admin admin) throws InterruptedException {
    Map<ConfigResource, java.util.Collection<AlterConfigOp>> changes = new HashMap<>();
    for (Topic topic : Topic.values()) {
      changes.put(
          new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()),
          new ArrayList<>(
              List.of(
                  new AlterConfigOp(
                      new ConfigEntry(
                          TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                          Long.toString(Duration.ofDays(30).toMillis())),
                      AlterConfigOp.OpType.SET))));
    }
    try {
      admin.incrementalAlterConfigs(changes).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused a setting of a topic", e.getCause());
    }
  }
}
