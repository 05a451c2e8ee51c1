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
 * The sinks that a user chose with {@code --sinks}.
 *
 * @param settings what the choice says, in the settings' words
 * @param embeddedDatabase whether the stack brings the database
 */
public record SinkSelection(Map<String, String> settings, boolean embeddedDatabase) {
  /** What {@code imr up} has if nobody says otherwise. */
  public static final String DEFAULT = "lake";

  /** Commits so short that who looks sees what has just come out. */
  private static final String COMMIT_EVERY_MILLIS = "2000";

  private static final String ENDPOINT = "up";

  public SinkSelection {
    settings = Map.copyOf(settings);
  }

  /**
   * Reads {@code lake,database,webhook=URL}; {@code lake} may name a folder, {@code database} a
   * JDBC address, and {@code none} is no sink at all.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static SinkSelection parse(String option, DataDirectory data) {
    Map<String, String> settings = new TreeMap<>();
    boolean embedded = false;
    for (String part : option.split(",")) {
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
                "--sinks knows lake, database, webhook=URL and none, not " + named[0] + ".");
      }
    }
    return new SinkSelection(settings, embedded);
  }

  /** Whether there is none. */
  public boolean isNone() {
    return settings.isEmpty();
  }

  /** Names of the chosen sinks, for people. */
  public String names() {
    return String.join(
        ", ", settings.keySet().stream().map(key -> key.split("\\.")[1]).distinct().toList());
  }

  /**
   * All that worker and sinks are to know: the choice, then the environment, then where this stack
   * listens.
   */
  Settings settings(Settings connection, int workerPort, Map<String, String> more) {
    List<Setting> known = new ArrayList<>(SinkTypes.settings());
    known.addAll(ReconciliationSettings.ALL);
    Map<String, String> environment = Settings.readEnvironment(System.getenv());
    environment.keySet().removeIf(key -> !key.startsWith("sinks."));
    Map<String, String> own = new TreeMap<>(more);
    own.put(ConnectWorkerSettings.PORT.key(), Integer.toString(workerPort));
    own.put(ConnectWorkerSettings.OFFSET_COMMIT_INTERVAL.key(), "1000");
    connection.kafka().forEach((key, value) -> own.put("kafka." + key, value));
    own.putAll(connection.registry());
    return Settings.of(known, settings, environment, own);
  }

  private static void lake(Map<String, String> settings, String warehouse) {
    settings.put(LakeSettings.WAREHOUSE.key(), warehouse);
    settings.put(LakeSettings.COMMIT_INTERVAL.key(), COMMIT_EVERY_MILLIS);
  }

  private static void webhook(Map<String, String> settings, String url, DataDirectory data) {
    if (url.isEmpty()) {
      throw new IllegalArgumentException("--sinks webhook needs an address: webhook=URL.");
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
      throw new IllegalArgumentException("--sinks webhook=" + url + " is no address.", e);
    }
  }
}
