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
import org.openimr.cli.console.Console;
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
    description =
        "Proves that every letter and every event is where it belongs, or names what is not.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Letters on the raw topic are to be determinations (all revisions), duplicates and dead"
          + " letters; items by the case headers are to be item decisions; every configured sink is"
          + " to hold what is published. Letters on their way are no difference.",
      "",
      "Without --deep it reads counts that the services keep in the same transactions as their"
          + " events, and costs the same however long the history is. With --deep it reads the"
          + " topics and the sinks and names letters, cases and items.",
      "",
      "Examples:",
      "  imr reconcile --bootstrap 127.0.0.1:9092",
      "  imr reconcile --deep --settings sinks.properties",
      "  imr reconcile --deep --json | jq -r '.differences[].key'",
      "",
      "Exit codes: 0 nothing differs, 1 something differs or could not be looked at, 2 wrong usage."
    })
public final class ReconcileCommand implements Callable<Integer> {
  private static final int EQUAL = 0;
  private static final int DIFFERENT = 1;

  private final Console console;
  private final List<SinkType> sinks;

  @Option(names = "--deep", description = "Compare by key: reads all topics and sinks.")
  private boolean deep;

  @Option(names = "--json", description = "Print JSON, with all differences.")
  private boolean json;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "How long to wait for letters on their way: 5.")
  private long wait;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "Differences to print as text: 20.")
  private int most;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings of the sinks, sinks.*; they may also come from the environment.")
  private Path file;

  @Mixin private ClusterOptions cluster;

  /**
   * @param sinks all kinds there are, wanted or not
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
    return report.isEqual() ? EQUAL : DIFFERENT;
  }

  private ReconciliationReport reconcile(Settings settings) {
    Reconciliation reconciliation =
        new Reconciliation(settings, ReconciledSinks.of(sinks, settings));
    Duration patience = Duration.ofSeconds(Math.max(0, wait));
    try {
      return deep ? reconciliation.byKey(patience) : reconciliation.byCounts(patience);
    } catch (TimeoutException e) {
      throw ClusterOptions.brokerUnavailable(settings, e);
    }
  }
}
