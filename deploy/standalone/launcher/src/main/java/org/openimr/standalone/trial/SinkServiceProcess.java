package org.openimr.standalone.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.worker.ConnectWorkerSettings;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.worker.SinkService;
import org.openimr.sink.worker.SinkServiceSettings;
import org.openimr.standalone.process.ChildJvm;

/** The sink service in a process of its own, to be killed and started again. */
final class SinkServiceProcess implements AutoCloseable {
  private static final String PLUGIN = "imr.database.plugin";

  private final Path folder;
  private final Map<String, String> environment;
  private ChildJvm process;

  private SinkServiceProcess(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Starts it.
   *
   * @param folder for its log and state
   * @param settings of the sinks, with broker and registry
   */
  static SinkServiceProcess start(Path folder, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put(ConnectWorkerSettings.PORT.key(), "0");
    all.put(ConnectWorkerSettings.OFFSET_COMMIT_INTERVAL.key(), "1000");
    all.put(SinkServiceSettings.HTTP_PORT.key(), "0");
    all.put(MonitorSettings.HTTP_PORT.key(), "0");
    all.put(MonitorSettings.STATE_DIR.key(), folder.resolve("monitor").toString());
    all.put(ReconciliationSettings.INTERVAL.key(), "0");
    Map<String, String> environment = new HashMap<>();
    all.forEach((key, value) -> environment.put(Setting.of(key, "", "").variable(), value));
    SinkServiceProcess worker = new SinkServiceProcess(folder, environment);
    worker.launch();
    return worker;
  }

  /** Ends it as {@code kill -9} does, and starts it again. */
  void killAndStart() {
    process.kill();
    launch();
  }

  /** Whether it runs; it ends by itself if it can't go on. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Where it says what it does. */
  Path log() {
    return folder.resolve("sink-service.log");
  }

  @Override
  public void close() {
    process.close();
  }

  private void launch() {
    process =
        ChildJvm.start(
            "sink-service",
            new ChildJvm.JavaProgram(SinkService.class, List.of(), flags(), environment),
            log());
  }

  private static List<String> flags() {
    List<String> flags = new ArrayList<>();
    flags.add("-Xmx2g");
    flags.add("-XX:+UseSerialGC");
    if (System.getProperty(PLUGIN) != null) {
      flags.add("-D" + PLUGIN + "=" + System.getProperty(PLUGIN));
    }
    return flags;
  }

  /** Settings of a connection in the service's own words. */
  static Map<String, String> connection(Settings connection) {
    Map<String, String> settings = new TreeMap<>(connection.registry());
    connection.kafka().forEach((key, value) -> settings.put("kafka." + key, value));
    return settings;
  }
}
