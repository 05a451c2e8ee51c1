package org.openimr.sink.connect.spi;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;

/**
 * Lets a connector's configuration name a secret setting in place of its value, so that Connect's
 * topics and REST API never hold it; each worker puts in its own.
 */
public final class SecretConfigProvider implements ConfigProvider {
  public static final String NAME = "imr";

  private static final String KAFKA = "kafka.";

  private Map<String, String> values = Map.of();

  /** What stands for a setting in a connector's configuration. */
  public static String reference(Setting setting) {
    return "${" + NAME + ":" + setting.key() + "}";
  }

  /** Settings of Kafka's clients as a connector's configuration may hold them. */
  public static Map<String, String> kafka(Settings settings) {
    Map<String, String> kafka = new TreeMap<>(settings.kafka());
    kafka.replaceAll((key, value) -> shown(settings, KAFKA + key, value));
    return kafka;
  }

  /** Settings of the registry's client as a connector's configuration may hold them. */
  public static Map<String, String> registry(Settings settings) {
    Map<String, String> registry = new TreeMap<>(settings.registry());
    registry.replaceAll((key, value) -> shown(settings, key, value));
    return registry;
  }

  private static String shown(Settings settings, String key, String value) {
    return settings.secrets().containsKey(key) ? reference(Setting.of(key, "", "")) : value;
  }

  @Override
  public void configure(Map<String, ?> parameters) {
    Map<String, String> given = new HashMap<>();
    parameters.forEach((key, value) -> given.put(key, String.valueOf(value)));
    values = Map.copyOf(given);
  }

  @Override
  public ConfigData get(String path) {
    return new ConfigData(values);
  }

  @Override
  public ConfigData get(String path, Set<String> keys) {
    Map<String, String> asked = new HashMap<>(values);
    asked.keySet().retainAll(keys);
    return new ConfigData(asked);
  }

  @Override
  public void close() {}
}
