package org.openimr.benchmarks.pipeline;

import static org.openimr.benchmarks.pipeline.Measured.figure;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Topic;
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
      "Measures the time from a letter's append to the raw topic until its determination can be read"
          + " by a read_committed consumer, through ingest and enrich, exactly once. The yardstick is"
          + " the way of the same bytes through one topic, without any service."
    },
    footer = {
      "",
      "Examples:",
      "  imr bench latency                             50 letters/s for a minute",
      "  imr bench latency --seconds 600               for ten minutes",
      "  imr bench latency --rate 10 --kafka poll.ms=5"
    })
final class LatencyBench implements Callable<Integer> {
  private static final int INGEST_HEAP = 256;
  private static final int ENRICH_HEAP = 512;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "letters a second: ${DEFAULT-VALUE}")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "how long is measured: ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "20",
      description = "seconds before that: ${DEFAULT-VALUE}")
  private int warmup;

  @Mixin private BenchOptions bench;

  @Override
  public Integer call() throws IOException, InterruptedException {
    bench.check(spec);
    try (Folders temporary = Folders.temporary();
        Stack stack = Stack.start(temporary.folder(), Topic.LETTERS.partitions(), bench)) {
      LatencyRun run = new LatencyRun(stack);
      stack.service(
          "ingest",
          IngestService.class,
          bench.flagsOf("ingest", INGEST_HEAP),
          settings(stack, "ingest", IngestSettings.STATE, IngestSettings.HTTP_PORT));
      stack.service(
          "enrich",
          EnrichService.class,
          bench.flagsOf("enrich", ENRICH_HEAP),
          settings(stack, "enrich", EnrichService.STATE, EnrichService.HTTP_PORT));
      return conclude(run.of(rate, warmup, seconds));
    }
  }

  private Map<String, String> settings(Stack stack, String name, Setting state, Setting port) {
    Map<String, String> settings = bench.kafkaSettings();
    settings.put(state.key(), stack.folder().resolve(name).toString());
    settings.put(port.key(), "0");
    return settings;
  }

  private int conclude(LetterTimes times) throws IOException {
    Measured measured =
        new Measured("latency", "%s; %d letters/s".formatted(bench.described(ENRICH_HEAP), rate))
            .add("letters", figure("%,d", times.out()))
            .add("raw append to readable determination", times.through().described())
            .add("yardstick: through one topic, no service", times.echoes().described())
            .add("did not come out", Integer.toString(times.missing()));
    measured.print(spec.commandLine().getOut());
    measured.write(bench.out, times.panels());
    return times.missing() == 0 ? 0 : 1;
  }
}
