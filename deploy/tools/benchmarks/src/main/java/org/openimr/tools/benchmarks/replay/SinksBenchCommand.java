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
      "Measures how fast the lake and the database take the events of generated letters, each by a"
          + " sink service of its own, from its start until it holds every case and item. The"
          + " yardsticks are a plain consumer of the same items, and a plain COPY of their bytes"
          + " into a table of the same database."
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
      description = "a setting of the sink service, such as sinks.database.tasks=4")
  private Map<String, String> set = Map.of();

  @Option(
      names = "--sinks",
      split = ",",
      paramLabel = "SINK",
      defaultValue = "lake,database",
      description = "${DEFAULT-VALUE}, or one of them")
  private List<String> chosen;

  @Option(
      names = "--sink-heap",
      paramLabel = "MB",
      defaultValue = "2048",
      description = "heap of the sink service: ${DEFAULT-VALUE}")
  private int heap;

  private final List<PlotPanel> panels = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    options.bench.validate(spec);
    BenchmarkReport measured =
        new BenchmarkReport(
            "sinks", options.described() + "; sink service of " + heap + " MB, " + set);
    try (RunDirectory temporary = RunDirectory.createTemporary();
        BenchmarkCluster stack =
            BenchmarkCluster.start(temporary.path(), options.partitions, options.bench);
        EmbeddedDatabase database =
            EmbeddedDatabase.start(temporary.path().resolve("database"), 0)) {
      ReplayRun replay = new ReplayRun(stack, options);
      replay.prepare();
      replay.runEnrich();
      ConsumerBaseline plain = new ConsumerBaseline(stack.settings());
      ConsumerBaseline.ConsumeResult read = plain.consume();
      measured
          .addRow("cases", format("%,d", read.cases()))
          .addRow("items", format("%,d", read.items()));
      SinkBenchmarkRun sinks =
          new SinkBenchmarkRun(stack, read, set, sink -> options.bench.jvmFlags(sink, heap));
      for (String sink : chosen) {
        add(measured, sinks.run(sink, where(sink, temporary.path(), database)));
      }
      measured
          .addRow("yardstick: a plain consumer, items/s", format("%,.0f", read.rate()))
          .addRow(
              "yardstick: a plain COPY into the database, items/s",
              format("%,.0f", plain.copyTo(database)));
    }
    measured.print(spec.commandLine().getOut());
    measured.write(options.bench.out, panels);
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
          throw new IllegalArgumentException("--sinks knows lake and database, not " + sink + ".");
    };
  }

  private void add(BenchmarkReport measured, SinkBenchmarkRun.SinkResult taken) {
    ReplayResult run = taken.run();
    ReplayTimeline.Interval whole = run.whole();
    measured
        .addRow(run.name() + ": from start to the last item", seconds(whole))
        .addRow(run.name() + ": items/s, start included", format("%,.0f", whole.rate()))
        .addRow(
            run.name() + ": items/s from the first held to the last",
            format("%,.0f", taken.sinceFirst().rate()))
        .addRow(run.name() + ": processor time an item", format("%.0f µs", whole.processorMicros()))
        .addRow(run.name() + ": resident memory, most", formatMib(run.peakBytes()));
    panels.addAll(run.panels("items"));
  }

  private static String seconds(ReplayTimeline.Interval stretch) {
    return format("%.1f s", stretch.length().toMillis() / 1e3);
  }
}
