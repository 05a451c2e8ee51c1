package org.openimr.standalone.sinks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.worker.ConnectWorkerSettings;
import org.openimr.sink.database.DatabaseSettings;
import org.openimr.sink.lake.catalog.LakeSettings;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.webhook.WebhookSettings;
import org.openimr.sink.worker.SinkTypes;
import org.openimr.standalone.pipeline.DataDirectory;

/**
 * The sinks selected with {@code --sinks}.
 *
 * @param settings settings of the selected sinks
 * @param embeddedDatabase whether to start an embedded database
 */
public record SinkSelection(Map<String, String> settings, boolean embeddedDatabase) {
  /** The default of {@code imr up}. */
  public static final String DEFAULT = "lake";

  /** Commit interval of the lake; short, so that users see new rows soon. */
  private static final String COMMIT_INTERVAL_MILLIS = "2000";

  private static final String ENDPOINT = "up";

  public SinkSelection {
    settings = Map.copyOf(settings);
  }

  /**
   * Parses a list such as {@code lake,database,webhook=URL}. {@code lake} accepts a directory,
   * {@code database} a JDBC URL; {@code none} selects no sink.
   *
   * @throws IllegalArgumentException if the list is invalid
   */
  public static SinkSelection parse(String option, DataDirectory data) {
    Map<String, String> settings = new TreeMap<>();
    boolean embedded = false;
    for (String part : option.split(",", -1)) {
      String[] named = part.strip().split("=", 2);
      String value = named.length == 2 ? named[1] : "";
      switch (named[0]) {
        case "lake" ->
            lake(settings, value.isEmpty() ? data.subdirectory("lake").toString() : value);
        case "database" -> {
          embedded = value.isEmpty();
          settings.put(DatabaseSettings.URL.key(), value);
        }
        case "webhook" -> webhook(settings, value, data);
        case "none", "" -> {}
        default ->
            throw new IllegalArgumentException(
                "--sinks accepts lake, database, webhook=URL and none, not " + named[0] + ".");
      }
    }
    return new SinkSelection(settings, embedded);
  }

  /** Whether no sink is selected. */
  public boolean isNone() {
    return settings.isEmpty();
  }

  /** Names of the selected sinks, separated by commas. */
  public String names() {
    return String.join(
        ", ", settings.keySet().stream().map(key -> key.split("\\.", -1)[1]).distinct().toList());
  }

  /**
   * Settings of worker and sinks, from this selection, the environment and {@code overrides}; a
   * later source overrides an earlier one.
   */
  Settings settings(Settings connection, int workerPort, Map<String, String> overrides) {
    List<Setting> known = new ArrayList<>(SinkTypes.settings());
    known.addAll(ReconciliationSettings.ALL);
    Map<String, String> environment = Settings.readEnvironment(System.getenv());
    environment.keySet().removeIf(key -> !key.startsWith("sinks."));
    Map<String, String> local = new TreeMap<>(overrides);
    local.put(ConnectWorkerSettings.PORT.key(), Integer.toString(workerPort));
    local.put(ConnectWorkerSettings.OFFSET_COMMIT_INTERVAL.key(), "1000");
    connection.kafka().forEach((key, value) -> local.put("kafka." + key, value));
    local.putAll(connection.registry());
    return Settings.of(known, settings, environment, local);
  }

  private static void lake(Map<String, String> settings, String warehouse) {
    settings.put(LakeSettings.WAREHOUSE.key(), warehouse);
    settings.put(LakeSettings.COMMIT_INTERVAL.key(), COMMIT_INTERVAL_MILLIS);
  }

  private static void webhook(Map<String, String> settings, String url, DataDirectory data) {
    if (url.isEmpty()) {
      throw new IllegalArgumentException("--sinks webhook requires a URL: webhook=URL.");
    }
    settings.put(WebhookSettings.URL.named(ENDPOINT).key(), url);
    settings.put(
        WebhookSettings.SECRET_FILE.named(ENDPOINT).key(),
        WebhookSigningSecret.fileIn(data.subdirectory("webhook")).toString());
    if (isLoopback(url)) {
      settings.put(WebhookSettings.ALLOW_PRIVATE.named(ENDPOINT).key(), "true");
    }
  }

  private static boolean isLoopback(String url) {
    try {
      String host = URI.create(url).getHost();
      return "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--sinks webhook=" + url + " is not a URL.", e);
    }
  }
}
