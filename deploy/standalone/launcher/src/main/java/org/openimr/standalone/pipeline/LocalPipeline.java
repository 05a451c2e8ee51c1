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

/** Broker, registry and all services in one process, from an empty folder or a used one. */
public final class LocalPipeline implements AutoCloseable {
  private static final Duration READY_LIMIT = Duration.ofSeconds(180);
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
   * Starts all of it; letters flow a little later, see {@link #awaitReady}.
   *
   * @param progress is told what is being started
   * @throws IOException if a port or the folder can't be used; nothing runs then
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
      setUp(stack);
      progress.accept("starting services");
      // meanwhile: the services come with the same catalogue
      CompletableFuture<Void> catalogue = CompletableFuture.runAsync(() -> loadCatalogue(stack));
      LocalPipeline pipeline = startServices(stack, data, ports.http());
      pipeline.await(catalogue);
      return pipeline;
    } catch (IOException | InterruptedException | RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private static void setUp(EmbeddedStack stack) throws IOException, InterruptedException {
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
                    EnrichService.STATE.key(),
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
                      IngestSettings.STATE.key(), data.subdirectory("ingest").toString(),
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

  /** How clients reach this broker and registry. */
  public Settings connection() {
    return connection(stack, List.of(), Map.of());
  }

  /** Address of the HTTP entrance. */
  public String httpUrl() {
    return "http://127.0.0.1:" + ingest.httpPort() + "/v1/letters";
  }

  /**
   * Starts the page that shows what flows.
   *
   * @param port where it listens; 0 for any free one
   * @param state of sinks and reconciliation
   * @return its address
   * @throws IOException if the port can't be used
   */
  public String openMonitor(DataDirectory data, int port, PipelineStatus state) throws IOException {
    MonitorService opened =
        MonitorService.start(
            connection(
                stack,
                MonitorSettings.ALL,
                Map.of(
                    MonitorSettings.STATE_DIR.key(), data.subdirectory("monitor").toString(),
                    MonitorSettings.HTTP_PORT.key(), Integer.toString(port))),
            state);
    monitor = Optional.of(opened);
    return "http://127.0.0.1:" + opened.httpPort() + "/";
  }

  /**
   * Waits until letters flow.
   *
   * @param asked whether someone says stop, which ends the waiting
   * @throws IOException if they don't in three minutes
   */
  public void awaitReady(BooleanSupplier asked) throws IOException {
    Instant limit = Instant.now().plus(READY_LIMIT);
    while (!(ingest.isReady() && enrich.isReady()) && !asked.getAsBoolean()) {
      if (Instant.now().isAfter(limit)) {
        throw new IOException(
            "The services did not get ready in %d s; is this machine very busy?"
                .formatted(READY_LIMIT.toSeconds()));
      }
      LockSupport.parkNanos(READY_POLL.toNanos());
    }
  }

  /** What became of all letters so far, those of earlier runs over the same folder included. */
  public LetterCounts letterCounts() {
    return enrich.letterCounts();
  }

  /** Ends all of it, what depends on others first; in less than five seconds. */
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
      Map<String, String> more) {
    return Settings.of(
        known,
        Map.of(
            Settings.BOOTSTRAP.key(), stack.broker().bootstrapServers(),
            Settings.REGISTRY.key(), stack.registry().url()),
        more);
  }
}
