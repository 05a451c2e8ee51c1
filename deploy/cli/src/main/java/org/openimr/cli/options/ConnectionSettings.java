package org.openimr.cli.options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;

/** How to reach a broker or registry: flags first, then the environment, then this machine. */
public final class ConnectionSettings {
  private final Map<String, String> environment;
  private final Map<String, String> flags = new HashMap<>();

  public ConnectionSettings(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Takes a flag into account, if the user gave it. */
  public ConnectionSettings with(Setting setting, String value) {
    if (value != null) {
      flags.put(setting.key(), value);
    }
    return this;
  }

  /** Settings of Kafka's clients and of the registry's. */
  public Settings settings() {
    Map<String, String> clients = Settings.readEnvironment(environment);
    clients
        .keySet()
        .removeIf(key -> !key.startsWith("kafka.") && !key.startsWith("schema.registry."));
    return Settings.of(List.of(), clients, flags);
  }
}
