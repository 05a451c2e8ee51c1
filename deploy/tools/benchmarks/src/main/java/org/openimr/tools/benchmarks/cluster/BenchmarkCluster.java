package org.openimr.tools.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.settings.Settings;
import org.openimr.standalone.broker.BrokerMain;
import org.openimr.standalone.process.ChildJvm;
import org.openimr.standalone.process.FreePorts;
import org.openimr.standalone.process.StartupException;
import org.openimr.standalone.registry.EmbeddedRegistry;

/** A broker and a registry in separate processes, with all topics and schemas. */
public final class BenchmarkCluster implements AutoCloseable {
  private static final int LOG_LINES = 12;

  /**
   * Flags in addition to the heap size: half of the heap for young objects, because most are
   * short-lived, and a serial collector, because the broker uses the other processor.
   */
  static final List<String> SERVICE_FLAGS = List.of("-XX:+UseSerialGC", "-XX:NewRatio=1");

  static final List<String> BROKER_FLAGS = List.of("-Xmx1g", "-XX:+UseParallelGC");

  private final Path folder;
  private final ChildJvm broker;
  private final EmbeddedRegistry registry;
  private final Settings settings;
  private final Admin admin;
  private final List<ChildJvm> services = new ArrayList<>();

  private BenchmarkCluster(
      Path folder, ChildJvm broker, EmbeddedRegistry registry, Settings settings) {
    this.folder = folder;
    this.broker = broker;
    this.registry = registry;
    this.settings = settings;
    this.admin = Admin.create(Map.copyOf(settings.kafka()));
  }

  /**
   * Starts both and creates topics and schemas.
   *
   * @param partitions partitions of each topic with letters or their events; at least 1
   */
  public static BenchmarkCluster start(Path folder, int partitions, BenchmarkOptions options)
      throws IOException, InterruptedException {
    int port = FreePorts.choose();
    ChildJvm broker =
        ChildJvm.start(
            "broker",
            new ChildJvm.JavaProgram(
                BrokerMain.class,
                List.of(folder.resolve("broker").toString(), Integer.toString(port)),
                options.brokerJvmFlags(),
                Map.of()),
            folder.resolve("broker.log"));
    try {
      EmbeddedRegistry registry = EmbeddedRegistry.start(folder.resolve("registry"), 0);
      return prepare(
          new BenchmarkCluster(folder, broker, registry, settings(port, registry)), partitions);
    } catch (StartupException e) {
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

  private static BenchmarkCluster prepare(BenchmarkCluster cluster, int partitions)
      throws IOException, InterruptedException {
    try {
      cluster.topics().createAll(partitions);
      SchemaRegistrar.register(cluster.settings.registry());
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  public Settings settings() {
    return settings;
  }

  public Admin admin() {
    return admin;
  }

  public BenchmarkTopics topics() {
    return new BenchmarkTopics(admin);
  }

  public Path folder() {
    return folder;
  }

  public ChildJvm broker() {
    return broker;
  }

  /** Starts a program that is configured with arguments instead of settings. */
  public ChildJvm program(String name, Class<?> main, List<String> flags, List<String> arguments) {
    return start(name, new ChildJvm.JavaProgram(main, arguments, flags, Map.of()));
  }

  /** Log file of a process. */
  public Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /**
   * Creates an exception for a process that exited or makes no progress. It includes the end of the
   * log, because the log is deleted with the run.
   */
  public IOException failure(String name) throws IOException {
    List<String> lines = Files.readAllLines(log(name));
    return new IOException(
        "%s stopped or makes no progress; end of its log:%n%s"
            .formatted(
                name,
                String.join(
                    System.lineSeparator(),
                    lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()))));
  }

  private ChildJvm start(String name, ChildJvm.JavaProgram program) {
    ChildJvm process = ChildJvm.start(name, program, log(name));
    services.add(process);
    return process;
  }

  /**
   * Starts a service.
   *
   * @param settings settings in addition to the addresses of broker and registry
   */
  public ChildJvm service(
      String name, Class<?> main, List<String> flags, Map<String, String> settings) {
    Map<String, String> environment = new TreeMap<>();
    this.settings.kafka().forEach((key, value) -> environment.put(variable("kafka." + key), value));
    this.settings.registry().forEach((key, value) -> environment.put(variable(key), value));
    settings.forEach((key, value) -> environment.put(variable(key), value));
    return start(name, new ChildJvm.JavaProgram(main, List.of(), flags, environment));
  }

  private static String variable(String key) {
    return "IMR_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  @Override
  public void close() {
    services.reversed().forEach(ChildJvm::close);
    admin.close(Duration.ofSeconds(1));
    registry.close();
    broker.close();
  }
}
