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
 * <p>{@code kafka.*} is passed to Kafka's clients unchanged and {@code schema.registry.*} to the
 * registry client. Any other unknown key stops the start.
 *
 * <p>Secrets are best kept in files: <code>${file:PATH}</code> in any value is replaced by the text
 * of that file. Values with such a placeholder are never printed.
 */
public final class Settings {
  /** Bootstrap servers of the cluster. */
  public static final Setting BOOTSTRAP =
      Setting.of(
          "kafka.bootstrap.servers", "127.0.0.1:9092", "Kafka brokers, comma-separated host:port");

  /** URL of the schema registry. */
  public static final Setting REGISTRY =
      Setting.of("schema.registry.url", "http://127.0.0.1:8081", "URL of the schema registry API");

  static final String PREFIX = "IMR_";

  /** Parts of the keys of secret settings of Kafka's clients and the registry client. */
  private static final List<String> SECRET_WORDS =
      List.of(
          "password", "passphrase", "secret", "jaas", "user.info", "keystore.key", "auth.token");

  /** Values as given: file placeholders are not resolved. */
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
   * @throws IllegalArgumentException naming all unknown keys, or all retired ones with their
   *     replacements
   */
  @SafeVarargs
  public static Settings of(Collection<Setting> known, Map<String, String>... layers) {
    List<Setting> all = new ArrayList<>(known);
    all.add(BOOTSTRAP);
    all.add(REGISTRY);
    KnownSettings settings = new KnownSettings(all);
    List<Map<String, String>> ordered = new ArrayList<>();
    for (Map<String, String> layer : layers) {
      ordered.add(layer);
    }
    return new Settings(settings.merge(ordered), settings.secrets());
  }

  /**
   * These settings for one part of a service: its own Kafka settings replace {@code kafka.*}.
   *
   * @param part from {@link Setting#kafkaPattern}
   */
  public Settings scopedTo(Setting part) {
    Map<String, String> own = new TreeMap<>(printed);
    printed.forEach(
        (key, value) -> {
          if (part.isKafkaPatternFor(key)) {
            own.put(KnownSettings.KAFKA + key.substring(part.patternPrefix().length()), value);
          }
        });
    return new Settings(own, secrets);
  }

  /** Reads a properties file as a layer. */
  public static Map<String, String> readFile(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> layer = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> layer.put(key, properties.getProperty(key)));
    return layer;
  }

  /** Reads all environment variables that begin with {@code IMR_} as a layer. */
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

  /** The environment variable of a key. */
  static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** The value of a setting as text. */
  public String text(Setting setting) {
    return values.getOrDefault(setting.key(), setting.defaultValue());
  }

  /** The names that the user chose for a pattern such as {@code sinks.webhook.*.url}, sorted. */
  public Set<String> names(Setting pattern) {
    return values.keySet().stream()
        .flatMap(key -> pattern.matchName(key).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The setting itself, or for a pattern one setting for each name that the user chose. */
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
          setting.key() + " must be a whole number: " + setting.description(), e);
    }
  }

  /**
   * The value of a setting as a whole number that fits into an {@code int}.
   *
   * @throws IllegalArgumentException naming the setting
   */
  public int intNumber(Setting setting) {
    long number = number(setting);
    if (number != (int) number) {
      throw new IllegalArgumentException(
          "%s must be between %d and %d: %s"
              .formatted(
                  setting.key(), Integer.MIN_VALUE, Integer.MAX_VALUE, setting.description()));
    }
    return (int) number;
  }

  /** The value of a setting in milliseconds. */
  public Duration duration(Setting setting) {
    return Duration.ofMillis(number(setting));
  }

  /** Settings of Kafka's clients, without the prefix {@code kafka.}. */
  public Map<String, String> kafka() {
    Map<String, String> kafka = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(KnownSettings.KAFKA)) {
            kafka.put(key.substring(KnownSettings.KAFKA.length()), value);
          }
        });
    return kafka;
  }

  /** Settings of the registry client, with the prefix {@code schema.registry.}. */
  public Map<String, String> registry() {
    Map<String, String> registry = new TreeMap<>(values);
    registry.keySet().removeIf(key -> !key.startsWith(KnownSettings.REGISTRY_CLIENT));
    return registry;
  }

  /** All secret settings, for callers that pass them on without printing them. */
  public Map<String, String> secrets() {
    Map<String, String> secret = new TreeMap<>(values);
    secret.keySet().removeIf(key -> !isSecret(key));
    return secret;
  }

  /** All settings as {@code {key=value, ...}}, with secrets masked. */
  @Override
  public String toString() {
    Map<String, String> printable = new TreeMap<>(printed);
    printable.replaceAll((key, value) -> isSecret(key) ? "***" : value);
    return printable.toString();
  }

  private boolean isSecret(String key) {
    return secrets.stream().anyMatch(secret -> secret.accepts(key))
        || SECRET_WORDS.stream().anyMatch(key::contains)
        || FilePlaceholders.isPresentIn(printed.getOrDefault(key, ""));
  }
}
