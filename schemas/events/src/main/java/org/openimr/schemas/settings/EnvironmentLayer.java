package org.openimr.schemas.settings;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings of a service in the environment, which it may share with other components.
 *
 * <p>A variable belongs to another component if the first word of its key begins no setting of this
 * service, or if one of the tools of this project reads it. Such a variable must not stop the
 * service. Any other unknown variable is probably misspelt, and does.
 *
 * @param values the settings by key
 * @param ignored names of the variables of other components, sorted
 */
public record EnvironmentLayer(Map<String, String> values, Set<String> ignored) {
  /**
   * Keys of variables of {@code imr}, of the Compose file, and of Kubernetes, which describes each
   * service of a namespace in variables such as {@code IMR_INGEST_PORT_8080_TCP}.
   */
  private static final Pattern TOOL_KEY =
      Pattern.compile(
          "sinks\\.worker"
              + "|[a-z0-9]+\\.port(\\.[0-9]+\\.(tcp|udp|sctp)(\\.(proto|port|addr))?)?"
              + "|[a-z0-9.]+\\.service\\.(host|port(\\.[a-z0-9.]+)?)");

  /** First words of the keys that every service accepts. */
  private static final Set<String> SHARED_COMPONENTS = Set.of("kafka", "schema");

  /**
   * Selects the variables of a service.
   *
   * @param known the service's own settings
   */
  public static EnvironmentLayer of(Collection<Setting> known, Map<String, String> variables) {
    Set<String> components = new HashSet<>(SHARED_COMPONENTS);
    known.forEach(setting -> components.add(component(setting.key())));
    Map<String, String> values = new TreeMap<>();
    Set<String> ignored = new TreeSet<>();
    Settings.readEnvironment(variables)
        .forEach(
            (key, value) -> {
              if (components.contains(component(key)) && !TOOL_KEY.matcher(key).matches()) {
                values.put(key, value);
              } else {
                ignored.add(Settings.variable(key));
              }
            });
    return new EnvironmentLayer(values, ignored);
  }

  private static String component(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }
}
