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
 * Resolves references to secret settings in connector configurations, so that Connect's topics and
 * REST API never contain the values. Each worker inserts its own.
 */
public final class SecretConfigProvider implements ConfigProvider {
  public static final String NAME = "imr";

  private static final String KAFKA = "kafka.";

  private Map<String, String> values = Map.of();

  /** Reference to a setting in a connector's configuration. */
  public static String reference(Setting setting) {
    return "${" + NAME + ":" + setting.key() + "}";
  }

  /** Settings of Kafka clients for a connector configuration, with references to secrets. */
  public static Map<String, String> kafka(Settings settings) {
    Map<String, String> kafka = new TreeMap<>(settings.kafka());
    kafka.replaceAll((key, value) -> valueOrReference(settings, KAFKA + key, value));
    return kafka;
  }

  /** Settings of the registry client for a connector configuration, with references to secrets. */
  public static Map<String, String> registry(Settings settings) {
    Map<String, String> registry = new TreeMap<>(settings.registry());
    registry.replaceAll((key, value) -> valueOrReference(settings, key, value));
    return registry;
  }

  private static String valueOrReference(Settings settings, String key, String value) {
    return settings.secrets().containsKey(key) ? reference(Setting.of(key, "", "")) : value;
  }

  @Override
  public void configure(Map<String, ?> parameters) {
    Map<String, String> parsed = new HashMap<>();
    parameters.forEach((key, value) -> parsed.put(key, String.valueOf(value)));
    values = Map.copyOf(parsed);
  }

  @Override
  public ConfigData get(String path) {
    return new ConfigData(values);
  }

  @Override
  public ConfigData get(String path, Set<String> keys) {
    Map<String, String> requested = new HashMap<>(values);
    requested.keySet().retainAll(keys);
    return new ConfigData(requested);
  }

  @Override
  public void close() {}
}
