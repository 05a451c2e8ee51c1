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

/** The sink service in a separate process that can be killed and restarted. */
final class SinkServiceProcess implements AutoCloseable {
  private static final String PLUGIN_PROPERTY = "imr.database.plugin";

  private final Path directory;
  private final Map<String, String> environment;
  private ChildJvm process;

  private SinkServiceProcess(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
    this.process = launch();
  }

  /**
   * Starts the service.
   *
   * @param directory directory of its log and state
   * @param settings settings of the sinks, broker and registry
   */
  static SinkServiceProcess start(Path directory, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put(ConnectWorkerSettings.PORT.key(), "0");
    all.put(ConnectWorkerSettings.OFFSET_COMMIT_INTERVAL.key(), "1000");
    all.put(SinkServiceSettings.HTTP_PORT.key(), "0");
    all.put(MonitorSettings.HTTP_PORT.key(), "0");
    all.put(MonitorSettings.STATE_DIR.key(), directory.resolve("monitor").toString());
    all.put(ReconciliationSettings.INTERVAL.key(), "0");
    Map<String, String> environment = new HashMap<>();
    all.forEach((key, value) -> environment.put(Setting.of(key, "", "").variable(), value));
    return new SinkServiceProcess(directory, environment);
  }

  /** Kills the process and starts it again. */
  void killAndRestart() {
    process.kill();
    process = launch();
  }

  /** Whether the process is running; it exits after a fatal error. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Log file of the service. */
  Path log() {
    return directory.resolve("sink-service.log");
  }

  @Override
  public void close() {
    process.close();
  }

  private ChildJvm launch() {
    return ChildJvm.start(
        "sink-service",
        new ChildJvm.JavaProgram(SinkService.class, List.of(), flags(), environment),
        log());
  }

  private static List<String> flags() {
    List<String> flags = new ArrayList<>();
    flags.add("-Xmx2g");
    flags.add("-XX:+UseSerialGC");
    if (System.getProperty(PLUGIN_PROPERTY) != null) {
      flags.add("-D" + PLUGIN_PROPERTY + "=" + System.getProperty(PLUGIN_PROPERTY));
    }
    return flags;
  }

  /** Client settings with the keys of the service's settings. */
  static Map<String, String> connection(Settings connection) {
    Map<String, String> settings = new TreeMap<>(connection.registry());
    connection.kafka().forEach((key, value) -> settings.put("kafka." + key, value));
    return settings;
  }
}
