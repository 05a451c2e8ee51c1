package org.openimr.testkit.pipeline;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openimr.enrich.EnrichService;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.TopicCreator;

/**
 * A Kafka cluster and a schema registry for a test, and the ingest and enrich services on demand,
 * all in this JVM.
 *
 * <p>As a JUnit extension, it starts and stops with the class if its field is static, otherwise
 * with each test, in a temporary directory:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PipelineFixture pipeline = PipelineFixture.embedded().withTopics().withSchemas();
 * }</pre>
 *
 * <p>Without JUnit, {@link #start(Path)} starts it and {@link #close()} stops it.
 */
public final class PipelineFixture
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        AutoCloseable {
  /** Upper bound of a wait; services recover from any outage within it. */
  public static final Duration TIMEOUT = Duration.ofSeconds(120);

  static {
    // Tests make stream threads fail on purpose, which must not fail a wait.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  private final TestCluster.Starter starter;
  private final ServiceResources resources = new ServiceResources();
  private boolean createsTopics;
  private boolean registersSchemas;

  @SuppressWarnings("NullAway.Init") // set by start, which JUnit or the test calls first
  private Path directory;

  @SuppressWarnings("NullAway.Init") // set by start, which JUnit or the test calls first
  private TestCluster cluster;

  private boolean isStarted;
  private boolean isSharedByClass;
  private Optional<Path> temporaryDirectory = Optional.empty();

  private PipelineFixture(TestCluster.Starter starter) {
    this.starter = starter;
  }

  /** An embedded broker and registry on free ports. */
  public static PipelineFixture embedded() {
    return new PipelineFixture(TestCluster::startStack);
  }

  /**
   * An embedded broker on a free port, and a registry that this fixture does not start.
   *
   * @param registryUrl URL that clients get as {@code schema.registry.url}, {@code mock://}
   *     included
   */
  public static PipelineFixture brokerOnly(String registryUrl) {
    return new PipelineFixture(directory -> TestCluster.startBroker(directory, registryUrl));
  }

  /** A cluster and a registry that the test itself starts and stops. */
  public static PipelineFixture connectedTo(String bootstrapServers, String registryUrl) {
    return new PipelineFixture(
        directory -> new TestCluster(bootstrapServers, registryUrl, () -> {}));
  }

  /** Creates all topics at the start. */
  public PipelineFixture withTopics() {
    createsTopics = true;
    return this;
  }

  /** Registers all schemas at the start. */
  public PipelineFixture withSchemas() {
    registersSchemas = true;
    return this;
  }

  /**
   * Starts the cluster.
   *
   * @param directory for all data; what an earlier start left there is used
   */
  public PipelineFixture start(Path directory) throws Exception {
    this.directory = directory;
    cluster = starter.start(directory);
    isStarted = true;
    try {
      if (createsTopics) {
        createTopics();
      }
      if (registersSchemas) {
        registerSchemas();
      }
      return this;
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  /** Address of the brokers, as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return cluster.bootstrapServers();
  }

  /** URL of the registry's Confluent-compatible API. */
  public String registryUrl() {
    return cluster.registryUrl();
  }

  /** Directory of all data of this fixture. */
  public Path directory() {
    return directory;
  }

  /** Settings with the addresses of brokers and registry, and nothing else. */
  public Settings connection() {
    return settings(List.of(), Map.of());
  }

  /** The addresses of brokers and registry, and more settings that take precedence. */
  public Settings settings(List<Setting> known, Map<String, String> more) {
    Map<String, String> addresses =
        Map.of(
            Settings.BOOTSTRAP.key(), cluster.bootstrapServers(),
            Settings.REGISTRY.key(), cluster.registryUrl());
    return Settings.of(known, addresses, more);
  }

  /** Creates all topics that do not exist yet. */
  public void createTopics() throws InterruptedException {
    try (Admin admin = admin()) {
      TopicCreator.create(admin, TopicCreator.BROKER_DEFAULT_REPLICATION);
    }
  }

  /** Registers the schemas of all topics. */
  public void registerSchemas() throws IOException {
    SchemaRegistrar.register(connection().registry());
  }

  /** A client that the caller closes. */
  public Admin admin() {
    return Admin.create(Map.copyOf(connection().kafka()));
  }

  /** A producer of bytes, which the caller closes. */
  public KafkaProducer<byte[], byte[]> byteProducer() {
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new KafkaProducer<>(Map.copyOf(connection().kafka()), bytes, bytes);
  }

  /** A producer of events, which the caller closes. */
  public <T extends SpecificRecord> KafkaProducer<String, T> eventProducer() {
    return new KafkaProducer<>(
        Map.copyOf(connection().kafka()),
        new StringSerializer(),
        EventSerdes.of(connection().registry()).<T>serializer());
  }

  /** The directory that {@link #ingest(Path)} watches for letters. */
  public Path inbox() {
    return directory.resolve("inbox");
  }

  /** Starts ingest with a watched directory. */
  public RunningService ingest(Path state) throws IOException {
    Files.createDirectories(inbox());
    return ingest(state, Map.of(IngestSettings.DIRECTORY.key(), inbox().toString()));
  }

  /**
   * Starts ingest on a free HTTP port.
   *
   * @param state its state directory
   * @param more settings
   */
  public RunningService ingest(Path state, Map<String, String> more) throws IOException {
    Map<String, String> settings =
        withStateAndPort(IngestSettings.STATE_DIRECTORY, state, IngestSettings.HTTP_PORT, more);
    IngestService service = IngestService.start(settings(IngestSettings.ALL, settings));
    return register(service, service.httpPort());
  }

  /** Starts enrich with the built-in catalogue. */
  public RunningService enrich(Path state) {
    return enrich(state, Map.of());
  }

  /**
   * Starts enrich on a free HTTP port.
   *
   * @param state its state directory
   * @param more settings
   */
  public RunningService enrich(Path state, Map<String, String> more) {
    Map<String, String> settings =
        withStateAndPort(EnrichService.STATE_DIRECTORY, state, EnrichService.HTTP_PORT, more);
    EnrichService service =
        EnrichService.start(
            settings(EnrichService.SETTINGS, settings), LetterInterpreter.standard());
    return register(service, service.httpPort());
  }

  /** Stops a service with this fixture, before the cluster. */
  public RunningService register(AutoCloseable service, int httpPort) {
    return new RunningService(register(service), httpPort);
  }

  /** Closes a resource with this fixture, before the cluster and before earlier resources. */
  public <T extends AutoCloseable> T register(T resource) {
    return resources.register(resource);
  }

  /** Waits until all services report that they are ready. */
  public static void awaitReady(RunningService... services) {
    for (RunningService service : services) {
      await(service.toString()).atMost(TIMEOUT).until(() -> service.ready().statusCode() == 200);
    }
  }

  /** Stops all services and the cluster; data in a directory of the caller is kept. */
  @Override
  public void close() {
    resources.close();
    if (isStarted) {
      isStarted = false;
      cluster.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    isSharedByClass = true;
    startTemporary();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    if (!isSharedByClass) {
      startTemporary();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    if (!isSharedByClass) {
      stopTemporary();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    stopTemporary();
  }

  private void startTemporary() throws Exception {
    Path temporary = Files.createTempDirectory("imr-pipeline-");
    temporaryDirectory = Optional.of(temporary);
    start(temporary);
  }

  private void stopTemporary() throws IOException {
    close();
    if (temporaryDirectory.isPresent()) {
      Utils.delete(temporaryDirectory.get().toFile());
    }
  }

  private static Map<String, String> withStateAndPort(
      Setting state, Path directory, Setting port, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put(state.key(), directory.toString());
    settings.put(port.key(), "0");
    return settings;
  }
}
