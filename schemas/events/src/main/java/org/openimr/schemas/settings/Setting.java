package org.openimr.schemas.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * A setting that a service knows.
 *
 * @param key in dots and lower case, e.g. {@code ingest.http.port}; with a {@code *} in it, e.g.
 *     {@code sinks.webhook.*.url}, a setting for each of several things that the user names; {@code
 *     monitor.kafka.*} stands for all of Kafka's own settings, for one part of a service
 * @param standard what holds if nobody says otherwise; empty where there is no default
 * @param meaning a sentence with unit and bounds
 * @param secret whether it is never to be printed
 */
public record Setting(String key, String defaultValue, String description, boolean secret) {
  private static final String ANY_NAME = "*";
  private static final String ALL_OF_KAFKA = ".kafka.*";

  /** A setting that may be printed. */
  public static Setting of(String key, String standard, String meaning) {
    return new Setting(key, standard, meaning, false);
  }

  /** The environment variable of this setting, e.g. {@code IMR_INGEST_HTTP_PORT}. */
  public String variable() {
    return Settings.PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /**
   * Kafka's own settings for one part of a service, which then is a principal of its own.
   *
   * @param part e.g. {@code monitor}
   */
  public static Setting kafkaPattern(String part) {
    return of(
        part + ALL_OF_KAFKA,
        "",
        "Kafka's own settings where they are others than kafka.* for the " + part);
  }

  /** Whether a key is one of Kafka's own settings for this part. */
  boolean isKafkaPatternFor(String other) {
    return key.endsWith(ALL_OF_KAFKA) && other.startsWith(patternPrefix());
  }

  /** What stands before the star. */
  String patternPrefix() {
    return key.substring(0, key.indexOf(ANY_NAME));
  }

  /** Whether this is a setting for each of several things. */
  boolean isPattern() {
    return key.contains(ANY_NAME);
  }

  /**
   * The setting of one of several things.
   *
   * @param name without dots
   */
  public Setting named(String name) {
    return new Setting(key.replace(ANY_NAME, name), defaultValue, description, secret);
  }

  /** The name in a key of this family; empty for any other key. */
  Optional<String> matchName(String other) {
    int star = key.indexOf(ANY_NAME);
    String before = key.substring(0, star);
    String after = key.substring(star + 1);
    if (other.length() <= before.length() + after.length()
        || !other.startsWith(before)
        || !other.endsWith(after)) {
      return Optional.empty();
    }
    String name = other.substring(before.length(), other.length() - after.length());
    return name.contains(".") ? Optional.empty() : Optional.of(name);
  }
}
