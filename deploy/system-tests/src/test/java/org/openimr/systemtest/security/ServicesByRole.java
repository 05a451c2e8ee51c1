package org.openimr.systemtest.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openimr.enrich.EnrichService;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.schemas.access.AccessRole;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.worker.ConnectWorkerSettings;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.worker.SinkService;
import org.openimr.sink.worker.SinkServiceSettings;
import org.openimr.standalone.database.EmbeddedDatabase;
import org.openimr.standalone.process.FreePorts;

/** All services, each under its own principal, with lake and database. */
final class ServicesByRole implements AutoCloseable {
  private final ServiceResources parts = new ServiceResources();
  private final SecureCluster stack;
  private final Path folder;
  private final int monitorPort = FreePorts.choose();
  private IngestService ingest;
  private SinkService sinks;

  private ServicesByRole(SecureCluster stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  static ServicesByRole start(SecureCluster stack, Path folder) throws IOException {
    ServicesByRole services = new ServicesByRole(stack, folder);
    services.open();
    return services;
  }

  String intake() {
    return "http://127.0.0.1:" + ingest.httpPort() + "/v1/letters";
  }

  String monitor() {
    return "http://127.0.0.1:" + monitorPort;
  }

  SinkService sinks() {
    return sinks;
  }

  @Override
  public void close() {
    parts.close();
  }

  private void open() throws IOException {
    ingest =
        parts.register(
            IngestService.start(
                settings(
                    AccessRole.INGEST,
                    IngestSettings.ALL,
                    Map.of(
                        IngestSettings.STATE_DIRECTORY.key(),
                        folder.resolve("ingest").toString(),
                        IngestSettings.HTTP_PORT.key(),
                        "0"))));
    parts.register(
        EnrichService.start(
            settings(
                AccessRole.ENRICH,
                EnrichService.SETTINGS,
                Map.of(
                    EnrichService.STATE_DIRECTORY.key(),
                    folder.resolve("enrich").toString(),
                    EnrichService.HTTP_PORT.key(),
                    "0")),
            LetterInterpreter.standard()));
    EmbeddedDatabase database =
        parts.register(EmbeddedDatabase.start(folder.resolve("database"), 0));
    sinks = parts.register(SinkService.start(sinkSettings(database)));
  }

  private Settings sinkSettings(EmbeddedDatabase database) throws IOException {
    Map<String, String> own = new HashMap<>();
    own.putAll(stack.asUser("monitor.", AccessRole.MONITOR.user()));
    own.putAll(stack.asUser("reconcile.", AccessRole.RECONCILE.user()));
    own.put(SinkServiceSettings.HTTP_PORT.key(), "0");
    own.put(ConnectWorkerSettings.PORT.key(), "0");
    own.put(ConnectWorkerSettings.OFFSET_COMMIT_INTERVAL.key(), "1000");
    own.put(MonitorSettings.HTTP_PORT.key(), Integer.toString(monitorPort));
    own.put(MonitorSettings.STATE_DIR.key(), folder.resolve("monitor").toString());
    own.put(ReconciliationSettings.INTERVAL.key(), "2000");
    own.put("sinks.lake.warehouse", Files.createDirectories(folder.resolve("lake")).toString());
    own.put("sinks.lake.commit.interval.ms", "1000");
    own.put("sinks.database.url", database.url());
    own.put("sinks.database.user", database.user());
    return settings(AccessRole.SINKS, SinkServiceSettings.all(), own);
  }

  private Settings settings(AccessRole role, List<Setting> known, Map<String, String> own)
      throws IOException {
    return Settings.of(known, stack.asUser("", role.user()), stack.registry(), own);
  }
}
