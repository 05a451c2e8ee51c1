package org.openimr.tools.benchmarks.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.openimr.enrich.EnrichService;
import org.openimr.schemas.topic.Topic;
import org.openimr.standalone.process.ChildJvm;
import org.openimr.tools.benchmarks.baseline.PassThroughTopology;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.BenchmarkProgress;
import org.openimr.tools.benchmarks.cluster.ConsumerGroupProgress;
import org.openimr.tools.benchmarks.cluster.LettersTopicLoader;
import org.openimr.tools.benchmarks.cluster.ProcessUsage;
import org.openimr.tools.benchmarks.cluster.RunDirectory;

/** Letters that are on the broker, and topologies that read them all. */
final class ReplayRun {
  static final String ENRICH = "enrich";
  static final String IDENTITY = "identity";
  private static final Duration SAMPLE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final BenchmarkCluster stack;
  private final ReplayOptions options;
  private final BenchmarkProgress progress = new BenchmarkProgress();

  ReplayRun(BenchmarkCluster stack, ReplayOptions options) {
    this.stack = stack;
    this.options = options;
  }

  /** Writes the letters and fills the store, before anything is measured. */
  LettersTopicLoader prepare() throws InterruptedException {
    LettersTopicLoader writing = new LettersTopicLoader(stack.settings());
    await("writing letters", writing.write(options.letters), writing::written, options.letters);
    if (options.store > 0) {
      PrefilledStore store = new PrefilledStore(stack, "imr-" + ENRICH);
      await("filling the store", store.fill(options.store), store::filledCases, options.store);
    }
    return writing;
  }

  private void await(
      String what, CompletableFuture<Void> end, java.util.function.LongSupplier done, long all) {
    while (!end.isDone()) {
      progress.show(what, done.getAsLong(), all);
      LockSupport.parkNanos(SAMPLE.toNanos());
    }
    end.join();
    progress.show(what, done.getAsLong(), all);
    progress.end();
  }

  /** The topology under test, from the start of its processes to its last commit. */
  ReplayResult runEnrich() throws IOException, InterruptedException {
    return run(ENRICH, EnrichService.class);
  }

  /** The yardstick; enrich has run before. */
  ReplayResult runPassThrough() throws IOException, InterruptedException {
    return run(IDENTITY, PassThroughTopology.class);
  }

  private ReplayResult run(String name, Class<?> main) throws InterruptedException, IOException {
    ConsumerGroupProgress reading = ConsumerGroupProgress.startedOn(stack.admin(), Topic.LETTERS);
    Duration brokerBefore = ProcessUsage.of(stack.broker().pid()).processor();
    Instant start = Instant.now();
    List<ChildJvm> services = started(name, main);
    ReplayTimeline timeline = new ReplayTimeline();
    Instant moved = start;
    long peak = 0;
    while (timeline.done() < reading.records()) {
      LockSupport.parkNanos(SAMPLE.toNanos());
      long done = reading.committed("imr-" + name);
      moved = done > timeline.done() ? Instant.now() : moved;
      List<ProcessUsage> usages =
          services.stream().map(service -> ProcessUsage.of(service.pid())).toList();
      timeline.add(
          new ReplayTimeline.Sample(
              Duration.between(start, Instant.now()),
              done,
              reading.records() - done,
              usages.stream().map(ProcessUsage::processor).reduce(Duration.ZERO, Duration::plus),
              ProcessUsage.of(stack.broker().pid()).processor().minus(brokerBefore)));
      peak =
          Math.max(peak, usages.stream().mapToLong(ProcessUsage::peakMemoryBytes).max().orElse(0));
      progress.show(name, done, reading.records());
      if (!services.stream().allMatch(ChildJvm::isAlive)
          || Instant.now().isAfter(moved.plus(PATIENCE))) {
        throw stack.failure(name + "-0");
      }
    }
    progress.end();
    long broker = ProcessUsage.of(stack.broker().pid()).peakMemoryBytes();
    services.forEach(ChildJvm::close);
    return new ReplayResult(name, timeline, peak, broker, stateBytes(name));
  }

  private List<ChildJvm> started(String name, Class<?> main) {
    List<ChildJvm> services = new ArrayList<>();
    for (int i = 0; i < options.instances; i++) {
      String process = name + "-" + i;
      services.add(
          stack.service(
              process,
              main,
              options.bench.jvmFlags(process, options.heap),
              settings(name, state(name, i))));
    }
    return services;
  }

  private Map<String, String> settings(String name, Path state) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(EnrichService.APPLICATION_ID.key(), "imr-" + name);
    settings.put(EnrichService.STATE_DIRECTORY.key(), state.toString());
    settings.put(EnrichService.THREADS.key(), Integer.toString(options.threads));
    settings.put(EnrichService.HTTP_PORT.key(), "0");
    settings.putAll(options.bench.kafkaSettings());
    return settings;
  }

  private Path state(String name, int instance) {
    return stack.folder().resolve("state").resolve(name + "-" + instance);
  }

  private long stateBytes(String name) throws IOException {
    long bytes = 0;
    for (int i = 0; i < options.instances; i++) {
      bytes += RunDirectory.sizeInBytes(state(name, i));
    }
    return bytes;
  }
}
