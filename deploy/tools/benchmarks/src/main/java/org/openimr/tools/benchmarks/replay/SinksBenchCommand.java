package org.openimr.tools.benchmarks.replay;

import static org.openimr.tools.benchmarks.report.BenchmarkReport.format;
import static org.openimr.tools.benchmarks.report.BenchmarkReport.formatMib;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openimr.sink.database.DatabaseSettings;
import org.openimr.sink.lake.catalog.LakeSettings;
import org.openimr.standalone.database.EmbeddedDatabase;
import org.openimr.tools.benchmarks.baseline.ConsumerBaseline;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.RunDirectory;
import org.openimr.tools.benchmarks.report.BenchmarkReport;
import org.openimr.tools.benchmarks.report.PlotPanel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code imr bench sinks}. */
@Command(
    name = "sinks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measure how fast the lake and the database receive the events of generated letters, each"
          + " with its own sink service, from its start until the sink holds every case and item."
          + " The baselines are a plain consumer of the same items, and a COPY of their bytes to a"
          + " table of the same database."
    },
    footer = {
      "",
      "Examples:",
      "  imr bench sinks --letters 20000",
      "  imr bench sinks --sinks lake --set sinks.lake.commit.interval.ms=30000"
    })
public final class SinksBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Setting of the sink service, for example sinks.database.tasks=4. May be repeated.")
  private Map<String, String> set = Map.of();

  @Option(
      names = "--sinks",
      split = ",",
      paramLabel = "SINK",
      defaultValue = "lake,database",
      description = "One or more of lake, database. Default: both.")
  private List<String> selected;

  @Option(
      names = "--sink-heap",
      paramLabel = "MB",
      defaultValue = "2048",
      description = "Heap of the sink service. Default: ${DEFAULT-VALUE}.")
  private int heap;

  private final List<PlotPanel> panels = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    options.bench.validate(spec);
    BenchmarkReport report =
        new BenchmarkReport(
            "sinks", options.describe() + "; sink service of " + heap + " MB, " + set);
    try (RunDirectory temporary = RunDirectory.createTemporary();
        BenchmarkCluster cluster =
            BenchmarkCluster.start(temporary.path(), options.partitions, options.bench);
        EmbeddedDatabase database =
            EmbeddedDatabase.start(temporary.path().resolve("database"), 0)) {
      ReplayRun replay = new ReplayRun(cluster, options);
      replay.prepare();
      replay.runEnrich();
      ConsumerBaseline baseline = new ConsumerBaseline(cluster.settings());
      ConsumerBaseline.ConsumeResult events = baseline.consume();
      report
          .addRow("cases", format("%,d", events.cases()))
          .addRow("items", format("%,d", events.items()));
      SinkBenchmarkRun sinks =
          new SinkBenchmarkRun(cluster, events, set, sink -> options.bench.jvmFlags(sink, heap));
      for (String sink : selected) {
        add(report, sinks.run(sink, where(sink, temporary.path(), database)));
      }
      report
          .addRow("baseline: plain consumer, items/s", format("%,.0f", events.rate()))
          .addRow(
              "baseline: COPY to the database, items/s",
              format("%,.0f", baseline.copyTo(database)));
    }
    report.print(spec.commandLine().getOut());
    report.write(options.bench.out, panels);
    return 0;
  }

  private static Map<String, String> where(String sink, Path folder, EmbeddedDatabase database) {
    return switch (sink) {
      case "lake" -> Map.of(LakeSettings.WAREHOUSE.key(), folder.resolve("lake").toString());
      case "database" ->
          Map.of(
              DatabaseSettings.URL.key(), database.url(),
              DatabaseSettings.USER.key(), database.user());
      default ->
          throw new IllegalArgumentException("--sinks must be lake or database, not " + sink + ".");
    };
  }

  private void add(BenchmarkReport report, SinkBenchmarkRun.SinkResult result) {
    ReplayResult run = result.run();
    ReplayTimeline.Interval whole = run.whole();
    report
        .addRow(run.name() + ": from start to the last item", seconds(whole))
        .addRow(run.name() + ": items/s, including the start", format("%,.0f", whole.rate()))
        .addRow(
            run.name() + ": items/s from the first to the last item",
            format("%,.0f", result.sinceFirst().rate()))
        .addRow(run.name() + ": CPU time per item", format("%.0f µs", whole.processorMicros()))
        .addRow(run.name() + ": peak resident memory", formatMib(run.peakBytes()));
    panels.addAll(run.panels("items"));
  }

  private static String seconds(ReplayTimeline.Interval interval) {
    return format("%.1f s", interval.length().toMillis() / 1e3);
  }
}
