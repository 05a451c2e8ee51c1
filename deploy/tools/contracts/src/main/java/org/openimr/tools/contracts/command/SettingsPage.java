package org.openimr.tools.contracts.command;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestSettings;
import org.openimr.runtime.log.LogConfiguration;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.SinkType;
import org.openimr.sink.connect.worker.ConnectWorkerSettings;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.worker.SinkServiceSettings;
import org.openimr.sink.worker.SinkTypes;

/** Renders all settings of all services as Markdown, from their declarations in the code. */
final class SettingsPage {
  private static final String HEAD =
      """
      # Settings

      This page is generated from the code (`imr contracts DIR --pages DIR`).

      Every service accepts the arguments `[FILE] [--KEY=VALUE ...]`: a properties file and flags.
      Environment variables override the file, and flags override both. The environment variable of a
      key is `IMR_` followed by the key in capitals, with `_` instead of each dot.

      - Unknown and retired keys stop the start. The error names the key and, for a retired key, its
        replacement.
      - Environment variables of other components are ignored: those whose first word after `IMR_`
        begins no setting of the service, and those of `imr`, Compose and Kubernetes. The log names
        them at the start.
      - A key with `*` is a pattern: one setting for each name that you choose.
      - Secrets are never printed.
      - `kafka.*` is passed to Kafka's clients unchanged (`kafka.security.protocol`,
        `kafka.sasl.jaas.config`, ...), and `schema.registry.*` to the registry client.
      """;

  private SettingsPage() {}

  /** Returns the Markdown page. */
  static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    Set<String> known = new HashSet<>();
    groups()
        .forEach(
            (title, settings) ->
                page.append(
                    table(
                        title,
                        settings.stream().filter(setting -> known.add(setting.key())).toList())));
    return page.toString();
  }

  private static Map<String, List<Setting>> groups() {
    Map<String, List<Setting>> groups = new LinkedHashMap<>();
    groups.put(
        "All services", List.of(Settings.BOOTSTRAP, Settings.REGISTRY, LogConfiguration.FORMAT));
    groups.put("All services: traces", Tracing.SETTINGS);
    groups.put("Ingest service", IngestSettings.ALL);
    groups.put("Enrich service", EnrichService.SETTINGS);
    groups.put("Sink service: worker", ConnectWorkerSettings.ALL);
    for (SinkType sink : SinkTypes.all()) {
      groups.put("Sink service: " + sink.name(), sink.settings());
    }
    groups.put("Sink service: monitor", MonitorSettings.ALL);
    groups.put("Sink service: reconciliation", ReconciliationSettings.ALL);
    groups.put("Sink service: health and metrics", SinkServiceSettings.all());
    return groups;
  }

  private static String table(String title, List<Setting> settings) {
    StringBuilder table =
        new StringBuilder("\n## %s\n\n".formatted(title))
            .append("| setting, variable | default | description |\n| --- | --- | --- |\n");
    for (Setting setting : settings) {
      String defaultValue =
          setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`";
      table.append(
          "| `%s` `%s` | %s | %s%s |\n"
              .formatted(
                  setting.key(),
                  setting.variable(),
                  defaultValue,
                  setting.description().replace("|", "\\|"),
                  setting.secret() ? " (secret)" : ""));
    }
    return table.toString();
  }
}
