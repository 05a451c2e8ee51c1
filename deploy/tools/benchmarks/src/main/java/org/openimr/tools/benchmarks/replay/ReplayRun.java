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
import java.util.function.LongSupplier;
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

/** Runs topologies over all letters on the broker. */
final class ReplayRun {
  static final String ENRICH = "enrich";
  static final String PASS_THROUGH = "pass-through";
  private static final Duration SAMPLE_INTERVAL = Duration.ofMillis(500);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final BenchmarkCluster cluster;
  private final ReplayOptions options;
  private final BenchmarkProgress progress = new BenchmarkProgress();

  ReplayRun(BenchmarkCluster cluster, ReplayOptions options) {
    this.cluster = cluster;
    this.options = options;
  }

  /** Writes the letters and fills the store; call it before the measurement. */
  LettersTopicLoader prepare() throws InterruptedException {
    LettersTopicLoader loader = new LettersTopicLoader(cluster.settings());
    await("writing letters", loader.write(options.letters), loader::written, options.letters);
    if (options.store > 0) {
      PrefilledStore store = new PrefilledStore(cluster, "imr-" + ENRICH);
      await("filling the store", store.fill(options.store), store::filledCases, options.store);
    }
    return loader;
  }

  private void await(String step, CompletableFuture<Void> end, LongSupplier done, long all) {
    while (!end.isDone()) {
      progress.show(step, done.getAsLong(), all);
      LockSupport.parkNanos(SAMPLE_INTERVAL.toNanos());
    }
    end.join();
    progress.show(step, done.getAsLong(), all);
    progress.end();
  }

  /** Runs enrich from the start of its processes to its last commit. */
  ReplayResult runEnrich() throws IOException, InterruptedException {
    return run(ENRICH, EnrichService.class);
  }

  /** Runs the baseline; call it after enrich. */
  ReplayResult runPassThrough() throws IOException, InterruptedException {
    return run(PASS_THROUGH, PassThroughTopology.class);
  }

  private ReplayResult run(String name, Class<?> main) throws InterruptedException, IOException {
    ConsumerGroupProgress letters = ConsumerGroupProgress.startedOn(cluster.admin(), Topic.LETTERS);
    Duration brokerBefore = ProcessUsage.of(cluster.broker().pid()).processor();
    Instant start = Instant.now();
    List<ChildJvm> services = startServices(name, main);
    ReplayTimeline timeline = new ReplayTimeline();
    Instant lastProgress = start;
    long peak = 0;
    while (timeline.done() < letters.records()) {
      LockSupport.parkNanos(SAMPLE_INTERVAL.toNanos());
      long done = letters.committed("imr-" + name);
      lastProgress = done > timeline.done() ? Instant.now() : lastProgress;
      List<ProcessUsage> usages =
          services.stream().map(service -> ProcessUsage.of(service.pid())).toList();
      timeline.add(
          new ReplayTimeline.Sample(
              Duration.between(start, Instant.now()),
              done,
              letters.records() - done,
              usages.stream().map(ProcessUsage::processor).reduce(Duration.ZERO, Duration::plus),
              ProcessUsage.of(cluster.broker().pid()).processor().minus(brokerBefore)));
      peak =
          Math.max(peak, usages.stream().mapToLong(ProcessUsage::peakMemoryBytes).max().orElse(0));
      progress.show(name, done, letters.records());
      if (!services.stream().allMatch(ChildJvm::isAlive)
          || Instant.now().isAfter(lastProgress.plus(TIMEOUT))) {
        throw cluster.failure(name + "-0");
      }
    }
    progress.end();
    long broker = ProcessUsage.of(cluster.broker().pid()).peakMemoryBytes();
    services.forEach(ChildJvm::close);
    return new ReplayResult(name, timeline, peak, broker, stateBytes(name));
  }

  private List<ChildJvm> startServices(String name, Class<?> main) {
    List<ChildJvm> services = new ArrayList<>();
    for (int i = 0; i < options.instances; i++) {
      String process = name + "-" + i;
      services.add(
          cluster.service(
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
    return cluster.folder().resolve("state").resolve(name + "-" + instance);
  }

  private long stateBytes(String name) throws IOException {
    long bytes = 0;
    for (int i = 0; i < options.instances; i++) {
      bytes += RunDirectory.sizeInBytes(state(name, i));
    }
    return bytes;
  }
}
