package org.openimr.benchmarks.pipeline;

import static org.openimr.benchmarks.pipeline.Measured.figure;
import static org.openimr.benchmarks.pipeline.Measured.mib;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openimr.embedded.EmbeddedDatabase;
import org.openimr.sink.database.DatabaseSettings;
import org.openimr.sink.lake.LakeSettings;
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
      "  imr bench sinks --sinks lake --set sinks.lake.commit.every.ms=30000"
    })
final class SinksBench implements Callable<Integer> {
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

  private final List<Panel> panels = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    options.bench.check(spec);
    Measured measured =
        new Measured("sinks", options.described() + "; sink service of " + heap + " MB, " + set);
    try (Folders temporary = Folders.temporary();
        Stack stack = Stack.start(temporary.folder(), options.partitions, options.bench);
        EmbeddedDatabase database =
            EmbeddedDatabase.start(temporary.folder().resolve("database"), 0)) {
      Replay replay = new Replay(stack, options);
      replay.prepare();
      replay.enrich();
      PlainReaders plain = new PlainReaders(stack.settings());
      PlainReaders.Read read = plain.consume();
      measured.add("cases", figure("%,d", read.cases())).add("items", figure("%,d", read.items()));
      SinkRun sinks = new SinkRun(stack, read, set, sink -> options.bench.flagsOf(sink, heap));
      for (String sink : chosen) {
        add(measured, sinks.run(sink, where(sink, temporary.folder(), database)));
      }
      measured
          .add("yardstick: a plain consumer, items/s", figure("%,.0f", read.rate()))
          .add(
              "yardstick: a plain COPY into the database, items/s",
              figure("%,.0f", plain.copy(database)));
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

  private void add(Measured measured, SinkRun.Taken taken) {
    Run run = taken.run();
    Timeline.Stretch whole = run.whole();
    measured
        .add(run.name() + ": from start to the last item", seconds(whole))
        .add(run.name() + ": items/s, start included", figure("%,.0f", whole.rate()))
        .add(
            run.name() + ": items/s from the first held to the last",
            figure("%,.0f", taken.sinceFirst().rate()))
        .add(run.name() + ": processor time an item", figure("%.0f µs", whole.processorMicros()))
        .add(run.name() + ": resident memory, most", mib(run.peakBytes()));
    panels.addAll(run.panels("items"));
  }

  private static String seconds(Timeline.Stretch stretch) {
    return figure("%.1f s", stretch.length().toMillis() / 1e3);
  }
}
