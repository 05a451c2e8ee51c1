package org.openimr.tools.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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

/** Starts the processes of a run. */
final class ChaosClusterSetup {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(240);

  private ChaosClusterSetup() {}

  /** Starts broker and registry, and creates topics and schemas. */
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

  /** Starts services and waits until all of them are ready. */
  static void startServices(ProcessCluster processes, List<ProcessKind> services)
      throws InterruptedException {
    services.forEach(processes::start);
    for (ProcessKind service : services) {
      await(processes, service);
    }
  }

  /**
   * Waits until a process is ready.
   *
   * @throws IllegalStateException if the process exits or does not become ready in time
   */
  static void await(ProcessCluster processes, ProcessKind kind) throws InterruptedException {
    await(
        () -> {
          if (!processes.isAlive(kind)) {
            throw new IllegalStateException(
                kind.title() + " exited during its start; see " + processes.log(kind));
          }
          return processes.isReady(kind);
        },
        kind.title() + " is not ready",
        START_TIMEOUT);
  }

  /**
   * Waits until a condition holds.
   *
   * @param otherwise message of the exception if it does not hold in time
   * @throws IllegalStateException if it does not hold in time
   */
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

  /** Delays compaction, because the verification reads all revisions. */
  private static void keepAllRevisions(Admin admin) throws InterruptedException {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
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
      throw new IllegalStateException("changing topic settings failed", e.getCause());
    }
  }
}
