package org.openimr.schemas.settings;

import java.util.List;
import java.util.Optional;

/**
 * A setting that a service accepts.
 *
 * @param key in dots and lower case, e.g. {@code ingest.http.port}; a pattern with a {@code *},
 *     e.g. {@code sinks.webhook.*.url}, is one setting for each name that the user chooses; {@code
 *     monitor.kafka.*} stands for all of Kafka's own settings for one part of a service
 * @param defaultValue the value if no layer has the key; empty where there is no default
 * @param description one sentence with unit and bounds
 * @param secret whether the value must never be printed
 * @param retiredKeys earlier keys of this setting; giving one of them stops the start
 */
public record Setting(
    String key, String defaultValue, String description, boolean secret, List<String> retiredKeys) {
  private static final String ANY_NAME = "*";
  private static final String ALL_OF_KAFKA = ".kafka.*";

  public Setting {
    retiredKeys = List.copyOf(retiredKeys);
  }

  /** A setting without retired keys. */
  public Setting(String key, String defaultValue, String description, boolean secret) {
    this(key, defaultValue, description, secret, List.of());
  }

  /** A setting that may be printed. */
  public static Setting of(String key, String defaultValue, String description) {
    return new Setting(key, defaultValue, description, false);
  }

  /**
   * This setting with earlier keys: the start stops with an error that names this one if a file, an
   * environment variable or a flag still has one of them.
   *
   * @param retired patterns if this is a pattern
   */
  public Setting replacing(String... retired) {
    return new Setting(key, defaultValue, description, secret, List.of(retired));
  }

  /** The environment variable of this setting, e.g. {@code IMR_INGEST_HTTP_PORT}. */
  public String variable() {
    return Settings.variable(key);
  }

  /**
   * The pattern for all of Kafka's own settings for one part of a service, which may connect as
   * another principal.
   *
   * @param part e.g. {@code monitor}
   */
  public static Setting kafkaPattern(String part) {
    return of(
        part + ALL_OF_KAFKA,
        "",
        "Kafka client settings of the " + part + " that differ from kafka.*");
  }

  /** Whether a key is one of Kafka's own settings for this part. */
  boolean isKafkaPatternFor(String other) {
    return key.endsWith(ALL_OF_KAFKA) && other.startsWith(patternPrefix());
  }

  /** The part of a pattern before the star. */
  String patternPrefix() {
    return key.substring(0, key.indexOf(ANY_NAME));
  }

  /** Whether this setting is a pattern. */
  boolean isPattern() {
    return key.contains(ANY_NAME);
  }

  /** Whether a key is this setting's, or matches its pattern. */
  boolean accepts(String other) {
    return isPattern()
        ? isKafkaPatternFor(other) || matchName(other).isPresent()
        : key.equals(other);
  }

  /** The setting to use instead of a retired key; empty if the key is not one of this setting's. */
  Optional<Setting> replacementOf(String retired) {
    return retiredKeys.stream()
        .flatMap(
            pattern ->
                isPattern()
                    ? matchName(pattern, retired).map(this::named).stream()
                    : Optional.of(this).filter(setting -> pattern.equals(retired)).stream())
        .findFirst();
  }

  /**
   * The setting of this pattern for one name.
   *
   * @param name without dots
   */
  public Setting named(String name) {
    return new Setting(
        key.replace(ANY_NAME, name),
        defaultValue,
        description,
        secret,
        retiredKeys.stream().map(retired -> retired.replace(ANY_NAME, name)).toList());
  }

  /** The name in a key that matches this pattern; empty for any other key. */
  Optional<String> matchName(String other) {
    return matchName(key, other);
  }

  private static Optional<String> matchName(String pattern, String other) {
    int star = pattern.indexOf(ANY_NAME);
    String before = pattern.substring(0, star);
    String after = pattern.substring(star + 1);
    if (other.length() <= before.length() + after.length()
        || !other.startsWith(before)
        || !other.endsWith(after)) {
      return Optional.empty();
    }
    String name = other.substring(before.length(), other.length() - after.length());
    return name.contains(".") ? Optional.empty() : Optional.of(name);
  }
}
