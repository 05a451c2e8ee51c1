package org.openimr.schemas.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings that a service accepts; merges layers of them and rejects all other keys. */
final class KnownSettings {
  /** Settings of Kafka's clients, which are passed on unchecked. */
  static final String KAFKA = "kafka.";

  /** Settings of the registry client, which are passed on unchecked. */
  static final String REGISTRY_CLIENT = "schema.registry.";

  private final List<Setting> settings;

  KnownSettings(Collection<Setting> settings) {
    this.settings = List.copyOf(settings);
  }

  /**
   * Merges layers over the defaults.
   *
   * @param layers later ones win
   * @throws IllegalArgumentException naming all retired keys with their replacements, or all
   *     unknown keys
   */
  Map<String, String> merge(List<Map<String, String>> layers) {
    Map<String, String> values = new TreeMap<>();
    settings.stream()
        .filter(setting -> !setting.isPattern())
        .forEach(setting -> values.put(setting.key(), setting.defaultValue()));
    layers.forEach(layer -> rejectRetired(layer.keySet()));
    layers.forEach(values::putAll);
    rejectUnknown(values.keySet());
    return values;
  }

  /** The secret ones. */
  List<Setting> secrets() {
    return settings.stream().filter(Setting::secret).toList();
  }

  private void rejectRetired(Set<String> keys) {
    List<String> retired = new ArrayList<>();
    for (String key : keys) {
      settings.stream()
          .flatMap(setting -> setting.replacementOf(key).stream())
          .findFirst()
          .ifPresent(setting -> retired.add(message(key, setting)));
    }
    if (!retired.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", retired));
    }
  }

  private static String message(String key, Setting replacement) {
    return "setting %s was replaced by %s (%s)"
        .formatted(key, replacement.key(), replacement.variable());
  }

  private void rejectUnknown(Set<String> keys) {
    List<String> unknown = keys.stream().filter(key -> !isKnown(key)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>(keys);
    unknown.forEach(known::remove);
    settings.forEach(setting -> known.add(setting.key()));
    throw new IllegalArgumentException("unknown settings " + unknown + "; known are " + known);
  }

  private boolean isKnown(String key) {
    return key.startsWith(KAFKA)
        || key.startsWith(REGISTRY_CLIENT)
        || settings.stream().anyMatch(setting -> setting.accepts(key));
  }
}
