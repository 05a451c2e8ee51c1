package org.openimr.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openimr.embedded.EmbeddedDatabase;
import org.openimr.embedded.FreePorts;
import org.openimr.enrich.EnrichService;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.schemas.access.Role;
import org.openimr.service.Parts;
import org.openimr.sink.SinkService;
import org.openimr.sink.SinkServiceSettings;
import org.openimr.sink.connect.WorkerSettings;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.sink.reconcile.ReconcileSettings;

/** All services, each under its own principal, with lake and database. */
final class ServicesByRole implements AutoCloseable {
  private final Parts parts = new Parts();
  private final SecureStack stack;
  private final Path folder;
  private final int monitorPort = FreePorts.choose();
  private IngestService ingest;
  private SinkService sinks;

  private ServicesByRole(SecureStack stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  static ServicesByRole start(SecureStack stack, Path folder) throws IOException {
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
        parts.opened(
            IngestService.start(
                settings(
                    Role.INGEST,
                    IngestSettings.ALL,
                    Map.of(
                        IngestSettings.STATE.key(),
                        folder.resolve("ingest").toString(),
                        IngestSettings.HTTP_PORT.key(),
                        "0"))));
    parts.opened(
        EnrichService.start(
            settings(
                Role.ENRICH,
                EnrichService.SETTINGS,
                Map.of(
                    EnrichService.STATE.key(),
                    folder.resolve("enrich").toString(),
                    EnrichService.HTTP_PORT.key(),
                    "0")),
            DeterminationMaker.standard()));
    EmbeddedDatabase database = parts.opened(EmbeddedDatabase.start(folder.resolve("database"), 0));
    sinks = parts.opened(SinkService.start(sinkSettings(database)));
  }

  private Settings sinkSettings(EmbeddedDatabase database) throws IOException {
    Map<String, String> own = new HashMap<>();
    own.putAll(stack.asUser("monitor.", Role.MONITOR.user()));
    own.putAll(stack.asUser("reconcile.", Role.RECONCILE.user()));
    own.put(SinkServiceSettings.HTTP_PORT.key(), "0");
    own.put(WorkerSettings.PORT.key(), "0");
    own.put(WorkerSettings.POSITIONS_EVERY.key(), "1000");
    own.put(MonitorSettings.HTTP_PORT.key(), Integer.toString(monitorPort));
    own.put(MonitorSettings.STATE.key(), folder.resolve("monitor").toString());
    own.put(ReconcileSettings.EVERY.key(), "2000");
    own.put("sinks.lake.warehouse", Files.createDirectories(folder.resolve("lake")).toString());
    own.put("sinks.lake.commit.every.ms", "1000");
    own.put("sinks.database.url", database.url());
    own.put("sinks.database.user", database.user());
    return settings(Role.SINKS, SinkServiceSettings.all(), own);
  }

  private Settings settings(Role role, List<Setting> known, Map<String, String> own)
      throws IOException {
    return Settings.of(known, stack.asUser("", role.user()), stack.registry(), own);
  }
}
