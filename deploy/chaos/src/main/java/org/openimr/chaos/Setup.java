package org.openimr.chaos;

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
import org.openimr.chaos.process.Processes;
import org.openimr.chaos.process.Role;
import org.openimr.schemas.SchemaRegistration;
import org.openimr.schemas.Topic;
import org.openimr.schemas.TopicCreation;

/** Brings the processes up over an empty folder. */
final class Setup {
  private static final Duration LIMIT = Duration.ofSeconds(240);

  private Setup() {}

  /** Broker and registry with topics and schemas; returns when they are ready. */
  static void infrastructure(Processes processes) throws IOException, InterruptedException {
    CompletableFuture<Void> registry =
        CompletableFuture.runAsync(() -> processes.start(Role.REGISTRY));
    processes.start(Role.BROKER);
    await(processes, Role.BROKER);
    try (Admin admin = Admin.create(Map.copyOf(processes.connection().kafka()))) {
      TopicCreation.create(admin, TopicCreation.BROKERS_OWN_REPLICATION);
      keepAllRevisions(admin);
    }
    registry.join();
    SchemaRegistration.register(processes.connection().registry());
  }

  /** Starts services and waits until all of them work. */
  static void services(Processes processes, List<Role> services) throws InterruptedException {
    services.forEach(processes::start);
    for (Role service : services) {
      await(processes, service);
    }
  }

  /**
   * Waits until a process works.
   *
   * @throws IllegalStateException if it ended or takes too long
   */
  static void await(Processes processes, Role role) throws InterruptedException {
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
