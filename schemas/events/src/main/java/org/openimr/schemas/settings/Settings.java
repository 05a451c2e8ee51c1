package org.openimr.schemas.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings of a service, layered: defaults, then a properties file, then environment variables
 * ({@code IMR_KAFKA_BOOTSTRAP_SERVERS} for {@code kafka.bootstrap.servers}), then flags.
 *
 * <p>{@code kafka.*} goes to Kafka's clients as it is and {@code schema.registry.*} to the registry
 * client. Any other key that the service does not know stops the start.
 *
 * <p>A secret is best in a file: <code>${file:PATH}</code> in any value stands for the text of that
 * file. What comes from a file is never printed.
 */
public final class Settings {
  /** Bootstrap servers of the broker. */
  public static final Setting BOOTSTRAP =
      Setting.of("kafka.bootstrap.servers", "127.0.0.1:9092", "Kafka brokers, host:port,...");

  /** Address of the registry. */
  public static final Setting REGISTRY =
      Setting.of("schema.registry.url", "http://127.0.0.1:8081", "address of the registry's API");

  static final String PREFIX = "IMR_";
  private static final String KAFKA = "kafka.";
  private static final String REGISTRY_CLIENT = "schema.registry.";

  /** In the names of those settings of Kafka's and the registry's clients that hold secrets. */
  private static final List<String> SECRET_WORDS =
      List.of(
          "password", "passphrase", "secret", "jaas", "user.info", "keystore.key", "auth.token");

  /** As they were given, with the names of files in place of what those hold. */
  private final Map<String, String> printed;

  private final Map<String, String> values;
  private final List<Setting> secrets;

  private Settings(Map<String, String> given, List<Setting> secrets) {
    this.printed = given;
    this.values = new TreeMap<>(given);
    this.values.replaceAll(FilePlaceholders::resolve);
    this.secrets = secrets;
  }

  /**
   * Reads the layers.
   *
   * @param known the service's own settings; {@link #BOOTSTRAP} and {@link #REGISTRY} are always
   *     known
   * @param layers later ones win
   * @throws IllegalArgumentException naming all keys that nobody knows
   */
  @SafeVarargs
  public static Settings of(Collection<Setting> known, Map<String, String>... layers) {
    List<Setting> all = new ArrayList<>(known);
    all.add(BOOTSTRAP);
    all.add(REGISTRY);
    Map<String, String> values = new TreeMap<>();
    List<Setting> families = all.stream().filter(Setting::isPattern).toList();
    all.stream()
        .filter(setting -> !setting.isPattern())
        .forEach(setting -> values.put(setting.key(), setting.defaultValue()));
    List<String> unknown = new ArrayList<>();
    for (Map<String, String> layer : layers) {
      layer.forEach(
          (key, value) -> {
            if (values.containsKey(key)
                || key.startsWith(KAFKA)
                || key.startsWith(REGISTRY_CLIENT)
                || families.stream().anyMatch(family -> isOf(family, key))) {
              values.put(key, value);
            } else {
              unknown.add(key);
            }
          });
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown settings " + unknown + "; known are " + keys(all, values.keySet()));
    }
    return new Settings(values, all.stream().filter(Setting::secret).toList());
  }

  /**
   * The same settings as one part of a service has them, {@code kafka.*} by its own.
   *
   * @param part made by {@link Setting#kafkaPattern}
   */
  public Settings scopedTo(Setting part) {
    Map<String, String> own = new TreeMap<>(printed);
    printed.forEach(
        (key, value) -> {
          if (part.isKafkaPatternFor(key)) {
            own.put(KAFKA + key.substring(part.patternPrefix().length()), value);
          }
        });
    return new Settings(own, secrets);
  }

  private static Set<String> keys(List<Setting> known, Set<String> given) {
    Set<String> keys = new TreeSet<>(given);
    known.forEach(setting -> keys.add(setting.key()));
    return keys;
  }

  /** The layer of a properties file. */
  public static Map<String, String> readFile(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> layer = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> layer.put(key, properties.getProperty(key)));
    return layer;
  }

  /** The layer of the environment: all variables that begin with {@code IMR_}. */
  public static Map<String, String> readEnvironment(Map<String, String> variables) {
    Map<String, String> layer = new TreeMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            String key = name.substring(PREFIX.length());
            layer.put(key.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return layer;
  }

  /** The value of a setting as text. */
  public String text(Setting setting) {
    return values.getOrDefault(setting.key(), setting.defaultValue());
  }

  /**
   * The names that the user gave things by a setting such as {@code sinks.webhook.*.url}, sorted.
   */
  public Set<String> names(Setting family) {
    return values.keySet().stream()
        .flatMap(key -> family.matchName(key).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A setting itself, or for one with a {@code *} that of each thing the user named by it. */
  public List<Setting> members(Setting setting) {
    return setting.isPattern()
        ? names(setting).stream().map(setting::named).toList()
        : List.of(setting);
  }

  /**
   * The value of a setting as a whole number.
   *
   * @throws IllegalArgumentException naming the setting
   */
  public long number(Setting setting) {
    try {
      return Long.parseLong(text(setting).trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          setting.key() + " is to be a whole number: " + setting.description(), e);
    }
  }

  /** The value of a setting that counts milliseconds. */
  public Duration duration(Setting setting) {
    return Duration.ofMillis(number(setting));
  }

  /** What goes to Kafka's clients, without the prefix. */
  public Map<String, String> kafka() {
    Map<String, String> kafka = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(KAFKA)) {
            kafka.put(key.substring(KAFKA.length()), value);
          }
        });
    return kafka;
  }

  /** What goes to the registry client, under its own names. */
  public Map<String, String> registry() {
    Map<String, String> registry = new TreeMap<>(values);
    registry.keySet().removeIf(key -> !key.startsWith(REGISTRY_CLIENT));
    return registry;
  }

  /** The secret ones, for whoever must hand them on without showing them. */
  public Map<String, String> secrets() {
    Map<String, String> secret = new TreeMap<>(values);
    secret.keySet().removeIf(key -> !hidden(key));
    return secret;
  }

  /** All settings that may be seen; secrets and passwords are hidden. */
  @Override
  public String toString() {
    Map<String, String> printable = new TreeMap<>(printed);
    printable.replaceAll((key, value) -> hidden(key) ? "***" : value);
    return printable.toString();
  }

  private boolean hidden(String key) {
    return secrets.stream().anyMatch(secret -> isOf(secret, key))
        || SECRET_WORDS.stream().anyMatch(key::contains)
        || FilePlaceholders.isPresentIn(printed.get(key));
  }

  private static boolean isOf(Setting setting, String key) {
    return setting.isPattern()
        ? setting.isKafkaPatternFor(key) || setting.matchName(key).isPresent()
        : setting.key().equals(key);
  }
}
