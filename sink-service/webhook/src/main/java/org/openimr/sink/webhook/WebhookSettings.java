package org.openimr.sink.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * The settings of webhooks, {@code sinks.webhook.<name>.*}: an endpoint for each name that has an
 * address.
 */
public final class WebhookSettings {
  private static final String PREFIX = "sinks.webhook.*.";

  /** Which events; values of a list stand apart by semicolons, here as in all others. */
  public static final Setting EVENTS =
      Setting.of(
          PREFIX + "events",
          "determinations",
          "determinations, item-decisions or both with a semicolon");

  /** Where a new endpoint begins. */
  public static final Setting FROM =
      Setting.of(PREFIX + "from", "earliest", "where a new endpoint begins: earliest or latest");

  /** How many tasks share the work. */
  public static final Setting TASKS =
      Setting.of(PREFIX + "tasks", "1", "tasks that share the partitions, from 1");

  /** What the connector itself knows, by its own name. */
  private static final Map<String, Setting> OPTIONS = options();

  /** Address of an endpoint. */
  public static final Setting URL = OPTIONS.get(WebhookConnectorConfig.URL);

  /** File with the signing keys. */
  public static final Setting SECRET_FILE = OPTIONS.get(WebhookConnectorConfig.SECRET_FILE);

  /** Whether loopback and private networks are allowed. */
  public static final Setting ALLOW_PRIVATE = OPTIONS.get(WebhookConnectorConfig.ALLOW_PRIVATE);

  private static final Map<String, Topic> TOPICS =
      Map.of(
          "determinations", Topic.DETERMINATIONS,
          "item-decisions", Topic.ITEM_DECISIONS);

  private WebhookSettings() {}

  /** All of them. */
  public static List<Setting> all() {
    List<Setting> all = new ArrayList<>(OPTIONS.values());
    all.addAll(List.of(EVENTS, FROM, TASKS));
    return all;
  }

  /**
   * Names of the endpoints.
   *
   * @throws IllegalArgumentException for a name that has settings and no address, or is no name
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
            URL.named(name).key() + ": a name is to be letters, digits and hyphens");
      }
    }
    return endpoints;
  }

  /** What the connector is told of an endpoint, by its own names; nothing that is not set. */
  static Map<String, String> options(Settings settings, String endpoint) {
    Map<String, String> values = new TreeMap<>();
    OPTIONS.forEach(
        (option, family) -> {
          String value = settings.text(family.named(endpoint));
          if (!value.isBlank()) {
            values.put(option, value);
          }
        });
    return values;
  }

  /** The setting behind an option of an endpoint. */
  static Setting setting(String option, String endpoint) {
    return OPTIONS.get(option).named(endpoint);
  }

  /**
   * The topics that an endpoint is told of.
   *
   * @throws IllegalArgumentException naming the setting
   */
  static List<String> topics(Settings settings, String endpoint) {
    Setting setting = EVENTS.named(endpoint);
    List<String> topics = new ArrayList<>();
    for (String events : settings.text(setting).split(";")) {
      Topic topic = TOPICS.get(events.strip());
      if (topic == null) {
        throw new IllegalArgumentException(setting.key() + " is to be " + setting.description());
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
      options.put(
          key.name, new Setting(PREFIX + key.name, standard(key), key.documentation, secret));
    }
    return options;
  }

  private static String standard(ConfigDef.ConfigKey key) {
    if (!key.hasDefault()) {
      return "";
    }
    return key.defaultValue instanceof Password password
        ? password.value()
        : String.valueOf(key.defaultValue);
  }
}
