package org.openimr.cli.options;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.cli.console.CliException;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine.Mixin;

/** {@code --bootstrap} and {@code --registry}, for commands that know more settings than these. */
public final class ClusterOptions {
  @Mixin private BootstrapServerOption broker;
  @Mixin private SchemaRegistryOption registry;

  /**
   * Settings of a file, the environment and the flags, later ones winning. Of the file and the
   * environment only those that are known count, for they may hold settings of other services.
   *
   * @param file layer of a settings file; empty without one
   */
  public Settings settings(Collection<Setting> known, Map<String, String> file) {
    Map<String, String> environment = Settings.readEnvironment(System.getenv());
    environment.keySet().removeIf(key -> !isKnown(known, key));
    Map<String, String> ofFile = new TreeMap<>(file);
    ofFile.keySet().removeIf(key -> !isKnown(known, key));
    Map<String, String> flags = new TreeMap<>();
    put(flags, Settings.BOOTSTRAP, broker.bootstrap);
    put(flags, Settings.REGISTRY, registry.url);
    return Settings.of(known, ofFile, environment, flags);
  }

  /** The failure of a broker that is silent. */
  public static RuntimeException brokerUnavailable(Settings settings, Throwable cause) {
    return CliException.brokerUnavailable(settings, cause);
  }

  /** A failure with a sentence that says what to do about it. */
  public static RuntimeException failure(String sentence) {
    return new CliException(sentence);
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
