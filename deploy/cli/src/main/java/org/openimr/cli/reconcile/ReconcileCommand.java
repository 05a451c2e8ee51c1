package org.openimr.cli.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.ReconciledSinks;
import org.openimr.sink.connect.spi.SinkType;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.sink.reconcile.report.ReconciliationReportJson;
import org.openimr.sink.reconcile.report.ReconciliationReportText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr reconcile}. */
@Command(
    name = "reconcile",
    description = "Verify that every letter and event is accounted for, or list the differences.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Every letter on the raw topic must be a determination, a duplicate or a dead letter; every"
          + " item of a case header must be an item decision; every configured sink must hold all"
          + " published events. Letters in progress are not a difference.",
      "",
      "By default it compares counts that the services commit in the same transactions as their"
          + " events; the cost does not depend on the length of the history. With --deep it reads"
          + " topics and sinks and lists letters, cases and items.",
      "",
      "Examples:",
      "  imr reconcile --bootstrap-server 127.0.0.1:9092",
      "  imr reconcile --deep --settings sinks.properties",
      "  imr reconcile --deep --json | jq -r '.differences[].key'",
      "",
      "Exit code 1: something differs or could not be compared."
    })
public final class ReconcileCommand implements Callable<Integer> {
  private final Console console;
  private final List<SinkType> sinks;

  @Option(names = "--deep", description = "Compare by key; reads all topics and sinks.")
  private boolean deep;

  @Option(names = "--json", description = "Print the report as JSON, with all differences.")
  private boolean json;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "Seconds to wait for letters in progress. Default: ${DEFAULT-VALUE}.")
  private long wait;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "Maximum number of differences printed as text. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings file with sinks.*; the environment overrides it.")
  private @Nullable Path file;

  @Mixin private ClusterOptions cluster;

  /**
   * @param sinks all known types of sinks, enabled or not
   */
  public ReconcileCommand(Console console, Collection<? extends SinkType> sinks) {
    this.console = console;
    this.sinks = List.copyOf(sinks);
  }

  @Override
  public Integer call() throws IOException {
    List<Setting> known = new ArrayList<>(ReconciliationSettings.ALL);
    sinks.forEach(sink -> known.addAll(sink.settings()));
    Settings settings = cluster.settings(known, file == null ? Map.of() : Settings.readFile(file));
    ReconciliationReport report = reconcile(settings);
    if (json) {
      console.line(ReconciliationReportJson.of(report));
    } else {
      ReconciliationReportText.lines(report, Math.max(0, most)).forEach(console::line);
    }
    return report.isEqual() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private ReconciliationReport reconcile(Settings settings) {
    Reconciliation reconciliation =
        new Reconciliation(settings, ReconciledSinks.of(sinks, settings));
    Duration maxWait = Duration.ofSeconds(Math.max(0, wait));
    try {
      return deep ? reconciliation.byKey(maxWait) : reconciliation.byCounts(maxWait);
    } catch (TimeoutException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }
}
