package org.openimr.tools.benchmarks.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.SinkType;
import org.openimr.sink.connect.worker.ConnectWorkerSettings;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.reconcile.spi.SinkInventory;
import org.openimr.sink.worker.SinkService;
import org.openimr.sink.worker.SinkServiceSettings;
import org.openimr.sink.worker.SinkTypes;
import org.openimr.standalone.process.ChildJvm;
import org.openimr.tools.benchmarks.baseline.ConsumerBaseline;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.BenchmarkProgress;
import org.openimr.tools.benchmarks.cluster.ProcessUsage;

/** A sink that takes all events there are, by a sink service in a process of its own. */
final class SinkBenchmarkRun {
  private static final Duration SAMPLE = Duration.ofSeconds(1);

  /** A look at all that a sink holds takes processor time from it: so much of the time it may. */
  private static final int PAUSES_A_LOOK = 5;

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PLUGIN = "imr.database.plugin";

  private final BenchmarkCluster stack;
  private final ConsumerBaseline.ConsumeResult events;
  private final Map<String, String> set;
  private final Function<String, List<String>> flags;
  private final BenchmarkProgress progress = new BenchmarkProgress();

  /**
   * @param set settings of the service
   * @param flags of its JVM, by the sink's name
   */
  SinkBenchmarkRun(
      BenchmarkCluster stack,
      ConsumerBaseline.ConsumeResult events,
      Map<String, String> set,
      Function<String, List<String>> flags) {
    this.stack = stack;
    this.events = events;
    this.set = set;
    this.flags = flags;
  }

  /** What a sink did; its letters are items here. */
  record SinkResult(ReplayResult run) {
    /** From the first items that it held to the last. */
    ReplayTimeline.Interval sinceFirst() {
      long first =
          run.timeline().moments().stream()
              .mapToLong(ReplayTimeline.Sample::done)
              .filter(done -> done > 0)
              .findFirst()
              .orElse(0);
      return first == run.timeline().done()
          ? run.whole()
          : run.timeline().between(first, run.timeline().done());
    }
  }

  /**
   * Starts the service with one sink and waits until it holds every case and item.
   *
   * @param where settings that ask for the sink
   */
  SinkResult run(String name, Map<String, String> where) throws IOException, InterruptedException {
    Map<String, String> all = settings(name, where);
    Map<String, String> known = new TreeMap<>(all);
    stack.settings().kafka().forEach((key, value) -> known.put("kafka." + key, value));
    known.putAll(stack.settings().registry());
    Settings settings = Settings.of(SinkServiceSettings.all(), known);
    SinkType sink =
        SinkTypes.all().stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    sink.prepare(settings);
    Duration broker = ProcessUsage.of(stack.broker().pid()).processor();
    try (ChildJvm service = stack.service(name, SinkService.class, flags(name), all)) {
      return new SinkResult(watch(name, sink, settings, service, broker));
    }
  }

  private ReplayResult watch(
      String name, SinkType sink, Settings settings, ChildJvm service, Duration broker)
      throws IOException {
    ReplayTimeline timeline = new ReplayTimeline();
    Instant start = Instant.now();
    Instant moved = start;
    long peak = 0;
    long brokerPeak = 0;
    boolean all = false;
    Duration pause = SAMPLE;
    while (!all) {
      LockSupport.parkNanos(pause.toNanos());
      Instant look = Instant.now();
      try (SinkInventory held = sink.inventory(settings).orElseThrow()) {
        long items = held.items();
        all = items == events.items() && held.cases() == events.cases();
        moved = items > timeline.done() ? Instant.now() : moved;
        ProcessUsage usage = ProcessUsage.of(service.pid());
        ProcessUsage ofBroker = ProcessUsage.of(stack.broker().pid());
        peak = Math.max(peak, usage.peakMemoryBytes());
        brokerPeak = Math.max(brokerPeak, ofBroker.peakMemoryBytes());
        timeline.add(
            new ReplayTimeline.Sample(
                Duration.between(start, Instant.now()),
                items,
                events.items() - items,
                usage.processor(),
                ofBroker.processor().minus(broker)));
        progress.show(name, items, events.items());
      }
      Duration took = Duration.between(look, Instant.now()).multipliedBy(PAUSES_A_LOOK);
      pause = took.compareTo(SAMPLE) > 0 ? took : SAMPLE;
      if (!service.isAlive() || Instant.now().isAfter(moved.plus(PATIENCE))) {
        throw stack.failure(name);
      }
    }
    progress.end();
    return new ReplayResult(name, timeline, peak, brokerPeak, 0);
  }

  private Map<String, String> settings(String name, Map<String, String> where) {
    Map<String, String> settings = new TreeMap<>(where);
    settings.put(ConnectWorkerSettings.GROUP_ID.key(), "bench-" + name);
    settings.put(ConnectWorkerSettings.PORT.key(), "0");
    settings.put(SinkServiceSettings.HTTP_PORT.key(), "0");
    settings.put(MonitorSettings.HTTP_PORT.key(), "0");
    settings.put(MonitorSettings.GROUP.key(), "bench-monitor-" + name);
    settings.put(
        MonitorSettings.STATE_DIR.key(), stack.folder().resolve("monitor-" + name).toString());
    settings.put(ReconciliationSettings.INTERVAL.key(), "0");
    settings.putAll(set);
    return settings;
  }

  private List<String> flags(String name) {
    List<String> all = new ArrayList<>(flags.apply(name));
    all.add("-D" + PLUGIN + "=" + System.getProperty(PLUGIN, ""));
    return all;
  }
}
