package org.openimr.cli.options;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine.Option;

/**
 * The Kafka cluster and schema registry that a command uses: {@code --bootstrap-server} and {@code
 * --registry}.
 */
public final class ClusterOptions {
  private @Nullable String bootstrapServer;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "Schema registry. Default: IMR_SCHEMA_REGISTRY_URL, or http://127.0.0.1:8081.")
  private @Nullable String registryUrl;

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Kafka broker. Default: IMR_KAFKA_BOOTSTRAP_SERVERS, or 127.0.0.1:9092.")
  void setBootstrapServer(String address) {
    bootstrapServer = address;
  }

  /** The spelling before 0.1; help does not list it. */
  @Option(names = "--bootstrap", paramLabel = "HOST:PORT", hidden = true)
  void setBootstrap(String address) {
    bootstrapServer = address;
  }

  /** Settings of the Kafka and registry clients, from the environment and the options. */
  public Settings settings() {
    return settings(List.of(), Map.of());
  }

  /**
   * Settings from a file, the environment and the options; a later source overrides an earlier one.
   * Keys that are not in {@code known} are ignored in the file and the environment because both may
   * configure other services as well.
   *
   * @param known settings of the command, besides those of the clients
   * @param file settings read from a file; empty without a file
   */
  public Settings settings(Collection<Setting> known, Map<String, String> file) {
    return settings(known, file, System.getenv());
  }

  Settings settings(
      Collection<Setting> known, Map<String, String> file, Map<String, String> environment) {
    Map<String, String> options = new TreeMap<>();
    put(options, Settings.BOOTSTRAP, bootstrapServer);
    put(options, Settings.REGISTRY, registryUrl);
    return Settings.of(
        known,
        retainKnown(known, file),
        retainKnown(known, Settings.readEnvironment(environment)),
        options);
  }

  private static void put(Map<String, String> options, Setting setting, @Nullable String value) {
    if (value != null) {
      options.put(setting.key(), value);
    }
  }

  private static Map<String, String> retainKnown(
      Collection<Setting> known, Map<String, String> source) {
    Map<String, String> retained = new TreeMap<>(source);
    retained.keySet().removeIf(key -> !isKnown(known, key));
    return retained;
  }

  private static boolean isKnown(Collection<Setting> known, String key) {
    return key.startsWith("kafka.")
        || key.startsWith("schema.registry.")
        || known.stream().anyMatch(setting -> setting.key().equals(key));
  }
}
