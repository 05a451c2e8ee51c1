package org.openimr.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.openimr.embedded.ChildJvm;
import org.openimr.enrich.EnrichService;
import org.openimr.schemas.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code imr bench replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures how fast the history is read again: generated letters are written to the letters"
          + " topic first, then enrich reads them all, exactly once. The yardstick, a topology that"
          + " writes ready-made records of the same number and size, reads the same letters after it."
    })
final class ReplayBench implements Callable<Integer> {
  private static final Duration SAMPLE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double MIB = 1024 * 1024;

  /** Share of letters before the rate counts, and after: starting, warming up, and the last few. */
  private static final double WARM = 0.1;

  private static final double LAST = 0.98;

  @Spec private CommandSpec spec;

  @Option(
      names = "--letters",
      paramLabel = "N",
      defaultValue = "200000",
      description = "letters, each of another case: ${DEFAULT-VALUE}; the whole history is 1700000")
  private long letters;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "12",
      description = "partitions of each topic: ${DEFAULT-VALUE}")
  private int partitions;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "1",
      description = "enrich processes: ${DEFAULT-VALUE}")
  private int instances;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "stream threads of each: ${DEFAULT-VALUE}")
  private int threads;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "512",
      description = "heap of each: ${DEFAULT-VALUE}")
  private int heap;

  @Option(names = "--alone", description = "leaves the yardstick out")
  private boolean alone;

  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description = "a setting of Kafka for both topologies, such as commit.interval.ms=200")
  private Map<String, String> kafka = Map.of();

  @Option(
      names = "--flag",
      paramLabel = "FLAG",
      description = "a flag of the JVM of both, such as -XX:+UseParallelGC")
  private List<String> flags = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "folder for JSON and plot: ${DEFAULT-VALUE}")
  private Path out;

  private final Progress progress = new Progress(System.err);

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("imr-bench");
    try (Stack stack = Stack.start(folder, partitions)) {
      Letters written = write(stack);
      Run enrich = run(stack, "enrich", EnrichService.class, "imr-enrich", instances);
      Measured measured = new Measured("replay", settings());
      describe(measured, written, enrich);
      List<Plot.Panel> panels = new ArrayList<>(panels("enrich", enrich));
      if (!alone) {
        Run identity = run(stack, "identity", Identity.class, "imr-identity", instances);
        compare(measured, enrich, identity);
        panels.addAll(panels("identity", identity));
      }
      measured.print(spec.commandLine().getOut());
      measured.write(out, panels);
      return 0;
    } finally {
      Folders.delete(folder);
    }
  }

  /** What a topology did. */
  private record Run(Timeline timeline, Duration processor, Duration broker, long peakBytes) {
    double rate() {
      return timeline.rateBetween((long) (WARM * timeline.done()), (long) (LAST * timeline.done()));
    }
  }

  private Letters write(Stack stack) throws InterruptedException {
    Letters writing = new Letters(stack.settings());
    CompletableFuture<Void> end = writing.write(letters);
    while (!end.isDone()) {
      progress.show("writing letters", writing.written(), letters);
      LockSupport.parkNanos(SAMPLE.toNanos());
    }
    end.join();
    progress.show("writing letters", writing.written(), letters);
    progress.end();
    return writing;
  }

  private Run run(Stack stack, String name, Class<?> main, String group, int processes)
      throws InterruptedException, IOException {
    GroupProgress reading = GroupProgress.on(stack.admin(), Topic.LETTERS);
    ProcessUsage brokerBefore = ProcessUsage.of(stack.broker().pid());
    Instant start = Instant.now();
    List<ChildJvm> services = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      services.add(stack.service(name + "-" + i, main, jvm(), service(stack, name + "-" + i)));
    }
    Timeline timeline = new Timeline();
    Instant moved = start;
    Duration processor = Duration.ZERO;
    long peak = 0;
    while (timeline.done() < reading.records()) {
      LockSupport.parkNanos(SAMPLE.toNanos());
      long done = reading.committed(group);
      moved = done > timeline.done() ? Instant.now() : moved;
      timeline.add(Duration.between(start, Instant.now()), done, reading.records() - done);
      progress.show(name, done, reading.records());
      List<ProcessUsage> usages =
          services.stream().map(service -> ProcessUsage.of(service.pid())).toList();
      processor =
          usages.stream().map(ProcessUsage::processor).reduce(Duration.ZERO, Duration::plus);
      peak =
          Math.max(peak, usages.stream().mapToLong(ProcessUsage::peakMemoryBytes).max().orElse(0));
      if (Instant.now().isAfter(moved.plus(PATIENCE))) {
        throw new IOException(name + " does not go on; its log is in " + stack.folder());
      }
    }
    progress.end();
    services.forEach(ChildJvm::close);
    Duration broker =
        ProcessUsage.of(stack.broker().pid()).processor().minus(brokerBefore.processor());
    return new Run(timeline, processor, broker, peak);
  }

  private Map<String, String> service(Stack stack, String name) {
    Map<String, String> settings = new java.util.TreeMap<>();
    settings.put(EnrichService.STATE.key(), stack.folder().resolve(name).toString());
    settings.put(EnrichService.THREADS.key(), Integer.toString(threads));
    settings.put(EnrichService.HTTP_PORT.key(), "0");
    if (name.startsWith("identity")) {
      settings.put(EnrichService.GROUP.key(), "imr-identity");
    }
    kafka.forEach((key, value) -> settings.put("kafka." + key, value));
    return settings;
  }

  private List<String> jvm() {
    List<String> jvm = new ArrayList<>(List.of("-Xmx" + heap + "m"));
    jvm.addAll(flags);
    return jvm;
  }

  private String settings() {
    return "Kafka 4.3.1, %d partitions, %d instances of %d threads, heap %d MB, %s %s"
        .formatted(partitions, instances, threads, heap, kafka, flags);
  }

  private static void describe(Measured measured, Letters written, Run run) {
    Duration length = run.timeline().length();
    measured
        .add("letters", figure("%,d", written.written()))
        .add("their text", figure("%,.0f MB", written.bytes() / 1e6))
        .add("from start to the last commit", figure("%.1f s", length.toMillis() / 1000.0))
        .add("letters/s, all of it", figure("%,.0f", written.written() * 1e3 / length.toMillis()))
        .add("letters/s, warm (10 % to 98 %)", figure("%,.0f", run.rate()))
        .add("processor time of enrich a letter", micros(run.processor(), written.written()))
        .add("processor time of the broker a letter", micros(run.broker(), written.written()))
        .add("resident memory of enrich, most", figure("%,.0f MiB", run.peakBytes() / MIB));
  }

  private static void compare(Measured measured, Run enrich, Run identity) {
    measured
        .add("identity topology, letters/s, warm", figure("%,.0f", identity.rate()))
        .add(
            "processor time of identity a letter",
            micros(identity.processor(), identity.timeline().done()))
        .add(
            "processor time of the broker a letter of identity",
            micros(identity.broker(), identity.timeline().done()))
        .add("enrich : identity", figure("%.2f", enrich.rate() / identity.rate()));
  }

  private static String micros(Duration time, long letters) {
    return figure("%.0f µs", time.toNanos() / 1e3 / letters);
  }

  private static String figure(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static List<Plot.Panel> panels(String name, Run run) {
    List<Plot.Point> rates = new ArrayList<>();
    List<Plot.Point> lags = new ArrayList<>();
    Timeline.Moment before = new Timeline.Moment(Duration.ZERO, 0, 0);
    for (Timeline.Moment moment : run.timeline().moments()) {
      double at = moment.at().toMillis() / 1000.0;
      double span = moment.at().minus(before.at()).toMillis() / 1000.0;
      lags.add(new Plot.Point(at, moment.lag()));
      if (span > 0) {
        rates.add(new Plot.Point(at, (moment.done() - before.done()) / span));
      }
      before = moment;
    }
    return List.of(
        new Plot.Panel(name + ": letters a second", rates),
        new Plot.Panel(name + ": letters that wait", lags));
  }
}
