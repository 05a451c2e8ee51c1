package org.openimr.outages;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.openimr.enrich.EnrichService;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.schemas.SchemaRegistration;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.schemas.TopicCreation;
import org.openimr.service.Parts;
import org.openimr.sink.monitor.MonitorService;
import org.openimr.sink.monitor.MonitorSettings;

/** The services, in this process, on brokers and a registry that come and go. */
final class House implements AutoCloseable {
  /** Longer than any of them takes to come right by itself. */
  static final Duration PATIENCE = Duration.ofSeconds(120);

  static {
    // threads that fail are what is tried here
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  private final Path folder;
  private final Map<String, String> connection;
  private final Parts services = new Parts();

  House(Path folder, String bootstrapServers, String registry) throws IOException {
    this.folder = folder;
    this.connection =
        Map.of(
            Settings.BOOTSTRAP.key(), bootstrapServers,
            Settings.REGISTRY.key(), registry);
    Files.createDirectories(inbox());
  }

  /** How others reach brokers and registry. */
  Settings connection() {
    return Settings.of(List.of(), connection);
  }

  /** The folder that ingest takes letters from. */
  Path inbox() {
    return folder.resolve("inbox");
  }

  void createTopics() throws InterruptedException {
    try (Admin admin = Admin.create(Map.copyOf(connection().kafka()))) {
      TopicCreation.create(admin, TopicCreation.BROKERS_OWN_REPLICATION);
    }
  }

  void registerSchemas() throws IOException {
    SchemaRegistration.register(connection().registry());
  }

  /** Ingest with a folder to watch. */
  Part ingest(Path state) throws IOException {
    return ingest(state, Map.of(IngestSettings.DIRECTORY.key(), inbox().toString()));
  }

  Part ingest(Path state, Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put(IngestSettings.STATE.key(), state.toString());
    settings.put(IngestSettings.HTTP_PORT.key(), "0");
    IngestService service = IngestService.start(settings(IngestSettings.ALL, settings));
    services.opened(service);
    return new Part(service, service.httpPort());
  }

  Part enrich(Path state) {
    return enrich(state, Map.of());
  }

  Part enrich(Path state, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put(EnrichService.STATE.key(), state.toString());
    settings.put(EnrichService.HTTP_PORT.key(), "0");
    EnrichService service =
        EnrichService.start(
            settings(EnrichService.SETTINGS, settings), DeterminationMaker.standard());
    services.opened(service);
    return new Part(service, service.httpPort());
  }

  Part monitor(Path state) {
    Map<String, String> settings =
        Map.of(MonitorSettings.STATE.key(), state.toString(), MonitorSettings.HTTP_PORT.key(), "0");
    MonitorService service = MonitorService.start(settings(MonitorSettings.ALL, settings));
    services.opened(service);
    return new Part(service, service.port());
  }

  static void awaitReady(Part... parts) {
    for (Part part : parts) {
      await(part.toString()).atMost(PATIENCE).until(() -> part.ready().statusCode() == 200);
    }
  }

  @Override
  public void close() {
    services.close();
  }

  private Settings settings(List<Setting> known, Map<String, String> more) {
    return Settings.of(known, connection, more);
  }
}
