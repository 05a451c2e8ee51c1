package org.openimr.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.openimr.embedded.BrokerProcess;
import org.openimr.embedded.ChildJvm;
import org.openimr.embedded.EmbeddedRegistry;
import org.openimr.embedded.FreePorts;
import org.openimr.embedded.StartFailure;
import org.openimr.schemas.SchemaRegistration;
import org.openimr.schemas.Settings;

/** Broker and registry, each a process of its own, with all topics and schemas. */
final class Stack implements AutoCloseable {
  private static final int LOG_LINES = 12;

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
  static Stack start(Path folder, int partitions, BenchOptions options)
      throws IOException, InterruptedException {
    int port = FreePorts.choose();
    ChildJvm broker =
        ChildJvm.start(
            "broker",
            new ChildJvm.Program(
                BrokerProcess.class,
                List.of(folder.resolve("broker").toString(), Integer.toString(port)),
                options.flagsOfBroker(),
                Map.of()),
            folder.resolve("broker.log"));
    try {
      EmbeddedRegistry registry = EmbeddedRegistry.start(folder.resolve("registry"), 0);
      return prepared(new Stack(folder, broker, registry, settings(port, registry)), partitions);
    } catch (StartFailure e) {
      broker.close();
      throw e;
    }
  }

  private static Settings settings(int brokerPort, EmbeddedRegistry registry) {
    return Settings.of(
        List.of(),
        Map.of(
            Settings.BOOTSTRAP.key(),
            "127.0.0.1:" + brokerPort,
            Settings.REGISTRY.key(),
            registry.url()));
  }

  private static Stack prepared(Stack stack, int partitions)
      throws IOException, InterruptedException {
    try {
      stack.topics().createAll(partitions);
      SchemaRegistration.register(stack.settings.registry());
      return stack;
    } catch (IOException | RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  Settings settings() {
    return settings;
  }

  Admin admin() {
    return admin;
  }

  Topics topics() {
    return new Topics(admin);
  }

  Path folder() {
    return folder;
  }

  ChildJvm broker() {
    return broker;
  }

  /** Starts a program that is no service: it is told by arguments. */
  ChildJvm program(String name, Class<?> main, List<String> flags, List<String> arguments) {
    return start(name, new ChildJvm.Program(main, arguments, flags, Map.of()));
  }

  /** What a process has said. */
  Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /**
   * A process ended, or does nothing: with the last that it said, for its log goes with the run.
   */
  IOException failure(String name) throws IOException {
    List<String> lines = Files.readAllLines(log(name));
    return new IOException(
        "%s does not go on; its log ends with:%n%s"
            .formatted(
                name,
                String.join(
                    System.lineSeparator(),
                    lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()))));
  }

  private ChildJvm start(String name, ChildJvm.Program program) {
    ChildJvm process = ChildJvm.start(name, program, log(name));
    services.add(process);
    return process;
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
    return start(name, new ChildJvm.Program(main, List.of(), flags, environment));
  }

  private static String variable(String key) {
    return "IMR_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }

  @Override
  public void close() {
    services.reversed().forEach(ChildJvm::close);
    admin.close(Duration.ofSeconds(1));
    registry.close();
    broker.close();
  }
}
