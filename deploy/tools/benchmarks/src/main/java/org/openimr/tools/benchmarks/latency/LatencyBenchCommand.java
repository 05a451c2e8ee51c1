package org.openimr.tools.benchmarks.latency;

import static org.openimr.tools.benchmarks.report.BenchmarkReport.format;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.BenchmarkOptions;
import org.openimr.tools.benchmarks.cluster.RunDirectory;
import org.openimr.tools.benchmarks.report.BenchmarkReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code imr bench latency}. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measure the time from the append of a letter to the raw topic until a read_committed"
          + " consumer reads its determination, through ingest and enrich with exactly-once"
          + " processing. The baseline is the latency of the same bytes through a single topic,"
          + " without any service."
    },
    footer = {
      "",
      "Examples:",
      "  imr bench latency                             50 letters/s for one minute",
      "  imr bench latency --seconds 600               for ten minutes",
      "  imr bench latency --rate 10 --kafka poll.ms=5"
    })
public final class LatencyBenchCommand implements Callable<Integer> {
  private static final int INGEST_HEAP = 256;
  private static final int ENRICH_HEAP = 512;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "Letters per second. Default: ${DEFAULT-VALUE}.")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "Seconds to measure. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "20",
      description = "Seconds of warm-up before that. Default: ${DEFAULT-VALUE}.")
  private int warmup;

  @Mixin private BenchmarkOptions bench;

  @Override
  public Integer call() throws IOException, InterruptedException {
    bench.validate(spec);
    try (RunDirectory temporary = RunDirectory.createTemporary();
        BenchmarkCluster cluster =
            BenchmarkCluster.start(temporary.path(), Topic.LETTERS.partitions(), bench)) {
      LatencyRun run = new LatencyRun(cluster);
      cluster.service(
          "ingest",
          IngestService.class,
          bench.jvmFlags("ingest", INGEST_HEAP),
          settings(cluster, "ingest", IngestSettings.STATE_DIRECTORY, IngestSettings.HTTP_PORT));
      cluster.service(
          "enrich",
          EnrichService.class,
          bench.jvmFlags("enrich", ENRICH_HEAP),
          settings(cluster, "enrich", EnrichService.STATE_DIRECTORY, EnrichService.HTTP_PORT));
      return conclude(run.measure(rate, warmup, seconds));
    }
  }

  private Map<String, String> settings(
      BenchmarkCluster cluster, String name, Setting state, Setting port) {
    Map<String, String> settings = bench.kafkaSettings();
    settings.put(state.key(), cluster.folder().resolve(name).toString());
    settings.put(port.key(), "0");
    return settings;
  }

  private int conclude(LetterLatencies latencies) throws IOException {
    BenchmarkReport report =
        new BenchmarkReport(
                "latency", "%s; %d letters/s".formatted(bench.describe(ENRICH_HEAP), rate))
            .addRow("letters", format("%,d", latencies.completed()))
            .addRow(
                "raw append to readable determination",
                LatencyPercentiles.describe(latencies.endToEnd()))
            .addRow(
                "baseline: single topic, no service",
                LatencyPercentiles.describe(latencies.singleTopic()))
            .addRow("missing", Integer.toString(latencies.missing()));
    report.print(spec.commandLine().getOut());
    report.write(bench.out, latencies.panels());
    return latencies.missing() == 0 ? 0 : 1;
  }
}
