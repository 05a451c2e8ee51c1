package org.openimr.local.command;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import picocli.CommandLine.Mixin;

/** {@code --bootstrap} and {@code --registry}, for commands that know more settings than these. */
public final class ClusterOption {
  @Mixin private BrokerOption broker;
  @Mixin private RegistryOption registry;

  /**
   * Settings of a file, the environment and the flags, later ones winning. Of the file and the
   * environment only those that are known count, for they may hold settings of other services.
   *
   * @param file layer of a settings file; empty without one
   */
  public Settings settings(Collection<Setting> known, Map<String, String> file) {
    Map<String, String> environment = Settings.environment(System.getenv());
    environment.keySet().removeIf(key -> !isKnown(known, key));
    Map<String, String> ofFile = new TreeMap<>(file);
    ofFile.keySet().removeIf(key -> !isKnown(known, key));
    Map<String, String> flags = new TreeMap<>();
    put(flags, Settings.BOOTSTRAP, broker.bootstrap);
    put(flags, Settings.REGISTRY, registry.url);
    return Settings.of(known, ofFile, environment, flags);
  }

  /** The failure of a broker that is silent. */
  public static RuntimeException noAnswer(Settings settings, Throwable cause) {
    return Failure.noAnswer(settings, cause);
  }

  /** A failure with a sentence that says what to do about it. */
  public static RuntimeException failure(String sentence) {
    return new Failure(sentence);
  }

  private static void put(Map<String, String> flags, Setting setting, String value) {
    if (value != null) {
      flags.put(setting.key(), value);
    }
  }

  private static boolean isKnown(Collection<Setting> known, String key) {
    return key.startsWith("kafka.")
        || key.startsWith("schema.registry.")
        || known.stream().anyMatch(setting -> setting.key().equals(key));
  }
}
