package org.openimr.systemtest.containers;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openimr.schemas.settings.Settings;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/** Broker, registry, database and the three services, each in a container, set up by imr jobs. */
final class ContainerStack implements AutoCloseable {
  static final int INGEST_PORT = 8080;
  static final int ENRICH_PORT = 8084;
  static final int MONITOR_PORT = 8082;
  static final int SINKS_PORT = 8085;

  private static final Duration JOB = Duration.ofMinutes(5);
  private static final Duration START = Duration.ofMinutes(4);
  private static final String PASSWORD = "synthetic";

  private final Network network = Network.newNetwork();
  private final KafkaContainer broker =
      new KafkaContainer(ContainerImage.BROKER.image())
          .withNetwork(network)
          .withListener("broker:19092")
          .withStartupTimeout(START);
  private final GenericContainer<?> registry =
      new GenericContainer<>(ContainerImage.REGISTRY.image())
          .withNetwork(network)
          .withNetworkAliases("registry")
          .withExposedPorts(8080)
          .waitingFor(
              Wait.forHttp("/apis/ccompat/v7/subjects").forPort(8080).withStartupTimeout(START));
  private final GenericContainer<?> database =
      new GenericContainer<>(ContainerImage.DATABASE.image())
          .withNetwork(network)
          .withNetworkAliases("database")
          .withEnv(
              Map.of("POSTGRES_USER", "imr", "POSTGRES_PASSWORD", PASSWORD, "POSTGRES_DB", "imr"))
          .withExposedPorts(5432)
          .waitingFor(Wait.forListeningPort().withStartupTimeout(START));
  private final HardenedContainer ingest =
      HardenedContainer.service(ContainerImage.INGEST, network, INGEST_PORT)
          .withEnv(inside())
          .withEnv("IMR_INGEST_HTTP_UNPROTECTED", "true");
  private final HardenedContainer enrich =
      HardenedContainer.service(ContainerImage.ENRICH, network, ENRICH_PORT).withEnv(inside());
  private final HardenedContainer sinks =
      HardenedContainer.service(ContainerImage.SINKS, network, SINKS_PORT)
          .withEnv(inside())
          .withEnv(database())
          .withEnv("IMR_MONITOR_HTTP_UNPROTECTED", "true")
          .withExposedPorts(SINKS_PORT, MONITOR_PORT);

  /** Starts all of it from nothing; letters can be sent when it returns. */
  static ContainerStack start() {
    ContainerStack installation = new ContainerStack();
    try {
      installation.open();
      return installation;
    } catch (RuntimeException e) {
      installation.close();
      throw e;
    }
  }

  /** How clients on this machine reach broker and registry. */
  Settings connection() {
    return Settings.of(
        List.of(),
        Map.of(
            Settings.BOOTSTRAP.key(),
            broker.getBootstrapServers(),
            Settings.REGISTRY.key(),
            "http://%s:%d/apis/ccompat/v7"
                .formatted(registry.getHost(), registry.getMappedPort(8080))));
  }

  /** Where letters are posted to. */
  URI ingestUrl() {
    return ingest.address(INGEST_PORT).resolve("/v1/letters");
  }

  /** Where the monitor is. */
  URI monitorUrl() {
    return sinks.address(MONITOR_PORT);
  }

  /** How clients on this machine reach the database. */
  String databaseUrl() {
    return "jdbc:postgresql://%s:%d/imr?user=imr&password=%s"
        .formatted(database.getHost(), database.getMappedPort(5432), PASSWORD);
  }

  Network network() {
    return network;
  }

  HardenedContainer ingest() {
    return ingest;
  }

  HardenedContainer enrich() {
    return enrich;
  }

  HardenedContainer sinks() {
    return sinks;
  }

  /**
   * Runs the imr command in a container on the same network.
   *
   * @return what it printed
   * @throws RuntimeException if it does not end with 0
   */
  String imr(String... arguments) {
    try (HardenedContainer job =
        HardenedContainer.job(ContainerImage.IMR, network)
            .withEnv(inside())
            .withEnv(database())
            .withCommand(arguments)
            .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(JOB))) {
      job.start();
      return job.getLogs();
    }
  }

  @Override
  public void close() {
    List.of(sinks, enrich, ingest, database, registry, broker).forEach(GenericContainer::stop);
    network.close();
  }

  private void open() {
    Startables.deepStart(broker, registry, database).join();
    imr("topics", "create");
    imr("schemas", "register");
    imr("guidelines", "load");
    Startables.deepStart(ingest, enrich, sinks).join();
  }

  private static Map<String, String> inside() {
    return Map.of(
        Settings.BOOTSTRAP.variable(),
        "broker:19092",
        Settings.REGISTRY.variable(),
        "http://registry:8080/apis/ccompat/v7");
  }

  private static Map<String, String> database() {
    return Map.of(
        "IMR_SINKS_DATABASE_URL",
        "jdbc:postgresql://database:5432/imr",
        "IMR_SINKS_DATABASE_PASSWORD",
        PASSWORD);
  }
}
