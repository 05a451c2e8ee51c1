package org.openimr.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.openimr.embedded.BrokerProcess;
import org.openimr.embedded.ChildJvm;
import org.openimr.embedded.EmbeddedRegistry;
import org.openimr.embedded.FreePorts;
import org.openimr.schemas.SchemaRegistration;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;

/** Broker and registry, each a process of its own, with all topics and schemas. */
final class Stack implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * Beside the heap: half of it for what is new, as letters come and go and little stays; and a
   * collector that needs no second processor, as the broker is on it.
   */
  static final List<String> SERVICE_FLAGS = List.of("-XX:+UseSerialGC", "-XX:NewRatio=1");

  static final List<String> BROKER_FLAGS = List.of("-Xmx1g", "-XX:+UseParallelGC");

  private final Path folder;
  private final ChildJvm broker;
  private final EmbeddedRegistry registry;
  private final Settings settings;
  private final Admin admin;
  private final List<ChildJvm> services = new ArrayList<>();

  private Stack(Path folder, ChildJvm broker, EmbeddedRegistry registry, Settings settings) {
    this.folder = folder;
    this.broker = broker;
    this.registry = registry;
    this.settings = settings;
    this.admin = Admin.create(Map.copyOf(settings.kafka()));
  }

  /**
   * Starts both and makes topics and schemas.
   *
   * @param partitions of each topic with letters or their events, 1 or more
   */
  static Stack start(Path folder, int partitions) throws IOException, InterruptedException {
    return start(folder, partitions, BROKER_FLAGS);
  }

  /** The same with other flags for the broker's JVM. */
  static Stack start(Path folder, int partitions, List<String> brokerFlags)
      throws IOException, InterruptedException {
    int port = FreePorts.choose(1).getFirst();
    ChildJvm broker =
        ChildJvm.start(
            "broker",
            new ChildJvm.Program(
                BrokerProcess.class,
                List.of(folder.resolve("broker").toString(), Integer.toString(port)),
                brokerFlags,
                Map.of()),
            folder.resolve("broker.log"));
    EmbeddedRegistry registry = EmbeddedRegistry.start(folder.resolve("registry"), 0);
    Settings settings =
        Settings.of(
            List.of(),
            Map.of(
                Settings.BOOTSTRAP.key(),
                "127.0.0.1:" + port,
                Settings.REGISTRY.key(),
                registry.url()));
    Stack stack = new Stack(folder, broker, registry, settings);
    stack.createTopics(partitions);
    SchemaRegistration.register(settings.registry());
    return stack;
  }

  Settings settings() {
    return settings;
  }

  Admin admin() {
    return admin;
  }

  Path folder() {
    return folder;
  }

  ChildJvm broker() {
    return broker;
  }

  /**
   * Starts a service by its main class.
   *
   * @param settings added to how broker and registry are reached
   */
  ChildJvm service(String name, Class<?> main, List<String> flags, Map<String, String> settings) {
    Map<String, String> environment = new TreeMap<>();
    this.settings.kafka().forEach((key, value) -> environment.put(variable("kafka." + key), value));
    this.settings.registry().forEach((key, value) -> environment.put(variable(key), value));
    settings.forEach((key, value) -> environment.put(variable(key), value));
    ChildJvm service =
        ChildJvm.start(
            name,
            new ChildJvm.Program(main, List.of(), flags, environment),
            folder.resolve(name + ".log"));
    services.add(service);
    return service;
  }

  private static String variable(String key) {
    return "IMR_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }

  private void createTopics(int partitions) throws IOException, InterruptedException {
    List<NewTopic> topics =
        Arrays.stream(Topic.values()).map(topic -> created(topic, partitions)).toList();
    Instant limit = Instant.now().plus(START);
    while (true) {
      try {
        admin.createTopics(topics).all().get();
        return;
      } catch (ExecutionException e) {
        if (Instant.now().isAfter(limit)) {
          throw new IOException("the broker does not serve: " + e.getCause(), e);
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
  }

  /** Lets the broker stamp records with the time of their append. */
  void stampOnAppend(String topic) throws InterruptedException {
    AlterConfigOp stamp =
        new AlterConfigOp(
            new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"),
            AlterConfigOp.OpType.SET);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    done(admin.incrementalAlterConfigs(Map.of(resource, List.of(stamp))).all());
  }

  /** Makes another topic, of one partition. */
  void createTopic(String name) throws InterruptedException {
    done(admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all());
  }

  /** Makes another topic with the partitions of one that there is, compacted. */
  void createLike(String name, Topic other) throws InterruptedException {
    try {
      int partitions =
          admin
              .describeTopics(List.of(other.topicName()))
              .allTopicNames()
              .get()
              .get(other.topicName())
              .partitions()
              .size();
      NewTopic topic =
          new NewTopic(name, partitions, (short) 1)
              .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"));
      done(admin.createTopics(List.of(topic)).all());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell the partitions of " + other, e);
    }
  }

  /** Bytes of log that the broker keeps of some topics. */
  long bytesOf(Predicate<String> topics) throws InterruptedException {
    try {
      return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
          .flatMap(folders -> folders.values().stream())
          .flatMap(folder -> folder.replicaInfos().entrySet().stream())
          .filter(replica -> topics.test(replica.getKey().topic()))
          .mapToLong(replica -> replica.getValue().size())
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell the size of its logs", e);
    }
  }

  private static void done(KafkaFuture<Void> asked) throws InterruptedException {
    try {
      asked.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause().getMessage(), e);
    }
  }

  private static NewTopic created(Topic topic, int partitions) {
    boolean one = topic.partitions() == 1;
    return new NewTopic(topic.topicName(), one ? 1 : partitions, (short) 1)
        .configs(topic.settings());
  }

  @Override
  public void close() {
    services.reversed().forEach(ChildJvm::close);
    admin.close(Duration.ofSeconds(1));
    registry.close();
    broker.close();
  }
}
