package org.openimr.sink.connect;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.openimr.schemas.Setting;

/**
 * Lets a connector's configuration name a secret setting in place of its value, so that Connect's
 * topics and REST API never hold it; each worker puts in its own.
 */
public final class SecretSettings implements ConfigProvider {
  static final String NAME = "imr";

  private Map<String, String> values = Map.of();

  /** What stands for a setting in a connector's configuration. */
  public static String reference(Setting setting) {
    return "${" + NAME + ":" + setting.key() + "}";
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
