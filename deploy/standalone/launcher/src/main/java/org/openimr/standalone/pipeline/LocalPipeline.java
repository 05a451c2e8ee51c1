package org.openimr.standalone.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.openimr.enrich.EnrichService;
import org.openimr.enrich.LetterCounts;
import org.openimr.enrich.guideline.GuidelineTopicClient;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.TopicCreator;
import org.openimr.sink.monitor.MonitorService;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.standalone.stack.EmbeddedStack;

/** Broker, registry and all services in one process, with new or existing data. */
public final class LocalPipeline implements AutoCloseable {
  private static final Duration READY_TIMEOUT = Duration.ofMinutes(3);
  private static final Duration READY_POLL = Duration.ofMillis(20);

  private final EmbeddedStack stack;
  private final IngestService ingest;
  private final EnrichService enrich;
  private Optional<MonitorService> monitor = Optional.empty();

  private LocalPipeline(EmbeddedStack stack, IngestService ingest, EnrichService enrich) {
    this.stack = stack;
    this.ingest = ingest;
    this.enrich = enrich;
  }

  /**
   * Starts the pipeline; {@link #awaitReady} waits until it processes letters.
   *
   * @param progress receives a description of each step
   * @throws IOException if a port or the directory cannot be used; nothing is running then
   */
  public static LocalPipeline start(
      DataDirectory data, PipelinePorts ports, Consumer<String> progress)
      throws IOException, InterruptedException {
    progress.accept("starting broker and registry");
    EmbeddedStack stack =
        EmbeddedStack.start(
            data.path(), new EmbeddedStack.StackPorts(ports.broker(), ports.registry()));
    try {
      progress.accept("creating topics, registering schemas");
      createTopicsAndSchemas(stack);
      progress.accept("starting services");
      // concurrently, because the services have the same catalogue built in
      CompletableFuture<Void> catalogue = CompletableFuture.runAsync(() -> loadCatalogue(stack));
      LocalPipeline pipeline = startServices(stack, data, ports.http());
      pipeline.await(catalogue);
      return pipeline;
    } catch (IOException | InterruptedException | RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private static void createTopicsAndSchemas(EmbeddedStack stack)
      throws IOException, InterruptedException {
    Settings connection = connection(stack, List.of(), Map.of());
    try (Admin admin = Admin.create(Map.copyOf(connection.kafka()))) {
      TopicCreator.create(admin, TopicCreator.BROKER_DEFAULT_REPLICATION);
    }
    SchemaRegistrar.register(connection.registry());
  }

  private static void loadCatalogue(EmbeddedStack stack) {
    new GuidelineTopicClient(connection(stack, List.of(), Map.of()))
        .loadIfEmpty(CatalogueFileReader.seedGuidelines());
  }

  private static LocalPipeline startServices(EmbeddedStack stack, DataDirectory data, int httpPort)
      throws IOException {
    EnrichService enrich =
        EnrichService.start(
            connection(
                stack,
                EnrichService.SETTINGS,
                Map.of(
                    EnrichService.STATE_DIRECTORY.key(),
                    data.subdirectory("enrich").toString(),
                    EnrichService.HTTP_PORT.key(),
                    "0")),
            LetterInterpreter.standard());
    try {
      IngestService ingest =
          IngestService.start(
              connection(
                  stack,
                  IngestSettings.ALL,
                  Map.of(
                      IngestSettings.STATE_DIRECTORY.key(), data.subdirectory("ingest").toString(),
                      IngestSettings.HTTP_PORT.key(), Integer.toString(httpPort))));
      return new LocalPipeline(stack, ingest, enrich);
    } catch (IOException | RuntimeException e) {
      enrich.close();
      throw e;
    }
  }

  private void await(CompletableFuture<Void> catalogue) {
    try {
      catalogue.join();
    } catch (CompletionException e) {
      closeServices();
      throw e;
    }
  }

  /** Client settings for this broker and registry. */
  public Settings connection() {
    return connection(stack, List.of(), Map.of());
  }

  /** URL of the HTTP API for letters. */
  public String httpUrl() {
    return "http://127.0.0.1:" + ingest.httpPort() + "/v1/letters";
  }

  /**
   * Starts the monitor.
   *
   * @param port port to listen on; 0 selects a free port
   * @param state state of sinks and reconciliation
   * @return URL of the monitor
   * @throws IOException if the port cannot be used
   */
  public String openMonitor(DataDirectory data, int port, PipelineStatus state) throws IOException {
    MonitorService started =
        MonitorService.start(
            connection(
                stack,
                MonitorSettings.ALL,
                Map.of(
                    MonitorSettings.STATE_DIR.key(), data.subdirectory("monitor").toString(),
                    MonitorSettings.HTTP_PORT.key(), Integer.toString(port))),
            state);
    monitor = Optional.of(started);
    return "http://127.0.0.1:" + started.httpPort() + "/";
  }

  /**
   * Waits until the services process letters.
   *
   * @param stopRequested ends the wait when it returns true
   * @throws IOException if the services are not ready within three minutes
   */
  public void awaitReady(BooleanSupplier stopRequested) throws IOException {
    Instant deadline = Instant.now().plus(READY_TIMEOUT);
    while (!(ingest.isReady() && enrich.isReady()) && !stopRequested.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IOException(
            "The services were not ready within %d s; check the load of this machine."
                .formatted(READY_TIMEOUT.toSeconds()));
      }
      LockSupport.parkNanos(READY_POLL.toNanos());
    }
  }

  /** Counts of all letters so far, including earlier runs with the same data directory. */
  public LetterCounts letterCounts() {
    return enrich.letterCounts();
  }

  /**
   * Number of letters so far in addition to one per document, including earlier runs with the same
   * data directory.
   */
  public long additionalLetters() {
    return ingest.additionalLetters();
  }

  /** Stops the services, then broker and registry; takes less than five seconds. */
  @Override
  public void close() {
    closeServices();
    stack.close();
  }

  private void closeServices() {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> monitor.ifPresent(MonitorService::close)),
            CompletableFuture.runAsync(ingest::close),
            CompletableFuture.runAsync(enrich::close))
        .join();
  }

  private static Settings connection(
      EmbeddedStack stack,
      List<org.openimr.schemas.settings.Setting> known,
      Map<String, String> overrides) {
    return Settings.of(
        known,
        Map.of(
            Settings.BOOTSTRAP.key(), stack.broker().bootstrapServers(),
            Settings.REGISTRY.key(), stack.registry().url()),
        overrides);
  }
}
