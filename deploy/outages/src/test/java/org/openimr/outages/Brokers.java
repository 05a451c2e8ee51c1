package org.openimr.outages;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.openimr.embedded.BrokerProcess;
import org.openimr.embedded.ChildJvm;
import org.openimr.embedded.FreePorts;

/** Kafka nodes, each a process of its own that can be killed and started again where it was. */
final class Brokers implements AutoCloseable {
  private static final List<String> SMALL =
      List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final Duration START = Duration.ofSeconds(90);

  private final Path folder;
  private final Map<String, String> environment;
  private final List<Integer> ports;
  private final List<Integer> controllerPorts;
  private final ChildJvm[] processes;

  private Brokers(Path folder, int nodes, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
    List<Integer> free = FreePorts.choose(2 * nodes);
    ports = free.subList(0, nodes);
    controllerPorts = free.subList(nodes, 2 * nodes);
    processes = new ChildJvm[nodes];
  }

  static Brokers start(Path folder, int nodes) {
    return start(folder, nodes, Map.of());
  }

  static Brokers start(Path folder, int nodes, Map<String, String> environment) {
    Brokers brokers = new Brokers(folder, nodes, environment);
    IntStream.rangeClosed(1, nodes).forEach(brokers::launch);
    brokers.awaitNodes(nodes);
    return brokers;
  }

  String bootstrapServers() {
    return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  /** As {@code kill -9} does. */
  void kill(int node) {
    processes[node - 1].kill();
  }

  boolean isAlive(int node) {
    return processes[node - 1].isAlive();
  }

  Path log(int node) {
    return folder.resolve("broker-" + node + ".log");
  }

  void startAgain(int node) {
    launch(node);
    awaitNodes(processes.length);
  }

  @Override
  public void close() {
    for (ChildJvm process : processes) {
      process.kill();
    }
  }

  private void launch(int node) {
    List<String> arguments = new ArrayList<>();
    arguments.add(folder.resolve("broker-" + node).toString());
    arguments.add(Integer.toString(ports.get(node - 1)));
    arguments.add(Integer.toString(node));
    controllerPorts.forEach(port -> arguments.add(Integer.toString(port)));
    processes[node - 1] =
        ChildJvm.start(
            "broker " + node,
            new ChildJvm.Program(BrokerProcess.class, arguments, SMALL, environment),
            log(node));
  }

  private void awaitNodes(int nodes) {
    Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers());
    try (Admin admin = Admin.create(kafka)) {
      await().atMost(START).until(() -> nodes(admin) == nodes);
    }
  }

  private static int nodes(Admin admin) throws InterruptedException {
    try {
      return admin.describeCluster().nodes().get().size();
    } catch (ExecutionException e) {
      return 0;
    }
  }
}
