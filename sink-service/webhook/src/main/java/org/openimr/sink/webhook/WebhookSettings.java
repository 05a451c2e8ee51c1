package org.openimr.sink.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * Settings of the webhook sink, {@code sinks.webhook.<name>.*}: one endpoint per name that has an
 * address.
 */
public final class WebhookSettings {
  private static final String PREFIX = "sinks.webhook.*.";

  /** Events to send; lists are semicolon-separated in all settings of webhooks. */
  public static final Setting EVENTS =
      Setting.of(
          PREFIX + "events",
          "determinations",
          "determinations, item-decisions or both, semicolon-separated");

  /** Start position of a new endpoint. */
  public static final Setting FROM =
      Setting.of(
          PREFIX + "from", "earliest", "start position of a new endpoint: earliest or latest");

  /** Number of tasks per endpoint. */
  public static final Setting TASKS =
      Setting.of(PREFIX + "tasks", "1", "tasks that share the partitions, from 1");

  /** Retired keys by the option that replaced them. */
  private static final Map<String, String> RETIRED =
      Map.of(
          WebhookConnectorConfig.MAX_ATTEMPTS, "tries",
          WebhookConnectorConfig.RETRY_INITIAL, "retry.first.ms",
          WebhookConnectorConfig.RETRY_MAX, "retry.longest.ms",
          WebhookConnectorConfig.RETRY_AFTER_MAX, "retry.after.longest.ms",
          WebhookConnectorConfig.CIRCUIT_INITIAL, "circuit.first.ms",
          WebhookConnectorConfig.CIRCUIT_MAX, "circuit.longest.ms",
          WebhookConnectorConfig.MAX_IN_FLIGHT, "at.once",
          WebhookConnectorConfig.MAX_PENDING, "waiting");

  /** Options of the connector, by their names in its configuration. */
  private static final Map<String, Setting> OPTIONS = options();

  /** Address of an endpoint. */
  public static final Setting URL = option(WebhookConnectorConfig.URL);

  /** File with the signing keys. */
  public static final Setting SECRET_FILE = option(WebhookConnectorConfig.SECRET_FILE);

  /** Whether loopback and private networks are allowed. */
  public static final Setting ALLOW_PRIVATE = option(WebhookConnectorConfig.ALLOW_PRIVATE);

  private static final Map<String, Topic> TOPICS =
      Map.of(
          "determinations", Topic.DETERMINATIONS,
          "item-decisions", Topic.ITEM_DECISIONS);

  private WebhookSettings() {}

  /** All settings of webhooks. */
  public static List<Setting> all() {
    List<Setting> all = new ArrayList<>(OPTIONS.values());
    all.addAll(List.of(EVENTS, FROM, TASKS));
    return all;
  }

  /**
   * Names of the configured endpoints.
   *
   * @throws IllegalArgumentException for a name with settings but without an address, or with other
   *     characters than letters, digits and hyphens
   */
  static Set<String> endpoints(Settings settings) {
    Set<String> endpoints = settings.names(URL);
    for (Setting setting : all()) {
      for (String name : settings.names(setting)) {
        if (!endpoints.contains(name)) {
          throw new IllegalArgumentException(
              "%s is set, but %s is not"
                  .formatted(setting.named(name).key(), URL.named(name).key()));
        }
      }
    }
    for (String name : endpoints) {
      if (!name.matches("[A-Za-z0-9-]+")) {
        throw new IllegalArgumentException(
            URL.named(name).key() + ": a name must consist of letters, digits and hyphens");
      }
    }
    return endpoints;
  }

  /** Options of an endpoint as the configuration of its connector; without those not set. */
  static Map<String, String> options(Settings settings, String endpoint) {
    Map<String, String> values = new TreeMap<>();
    OPTIONS.forEach(
        (option, pattern) -> {
          String value = settings.text(pattern.named(endpoint));
          if (!value.isBlank()) {
            values.put(option, value);
          }
        });
    return values;
  }

  /** The setting that an option of an endpoint is read from. */
  static Setting setting(String option, String endpoint) {
    return option(option).named(endpoint);
  }

  private static Setting option(String option) {
    return Objects.requireNonNull(OPTIONS.get(option), option);
  }

  /**
   * Topics whose events an endpoint receives, the topic of redriven events included.
   *
   * @throws IllegalArgumentException naming the setting
   */
  static List<String> topics(Settings settings, String endpoint) {
    Setting setting = EVENTS.named(endpoint);
    List<String> topics = new ArrayList<>();
    for (String events : settings.text(setting).split(";", 0)) {
      Topic topic = TOPICS.get(events.strip());
      if (topic == null) {
        throw new IllegalArgumentException(setting.key() + " must be " + setting.description());
      }
      topics.add(topic.topicName());
    }
    topics.add(Topic.WEBHOOK_REDRIVE.topicName());
    return topics;
  }

  private static Map<String, Setting> options() {
    Map<String, Setting> options = new TreeMap<>();
    for (ConfigDef.ConfigKey key : WebhookConnectorConfig.OPTIONS.configKeys().values()) {
      boolean secret = key.type == ConfigDef.Type.PASSWORD;
      Setting setting =
          new Setting(PREFIX + key.name, defaultValue(key), key.documentation, secret);
      String retired = RETIRED.get(key.name);
      options.put(key.name, retired == null ? setting : setting.replacing(PREFIX + retired));
    }
    return options;
  }

  private static String defaultValue(ConfigDef.ConfigKey key) {
    if (!key.hasDefault()) {
      return "";
    }
    return key.defaultValue instanceof Password password
        ? password.value()
        : String.valueOf(key.defaultValue);
  }
}
