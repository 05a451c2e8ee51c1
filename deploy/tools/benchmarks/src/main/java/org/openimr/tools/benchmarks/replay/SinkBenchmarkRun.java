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

/** Measures a sink that reads all events, in a separate sink service process. */
final class SinkBenchmarkRun {
  private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(1);

  /** Pause relative to the duration of an inventory, which competes with the sink for CPU time. */
  private static final int PAUSE_FACTOR = 5;

  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final String PLUGIN = "imr.database.plugin";

  private final BenchmarkCluster cluster;
  private final ConsumerBaseline.ConsumeResult events;
  private final Map<String, String> set;
  private final Function<String, List<String>> flags;
  private final BenchmarkProgress progress = new BenchmarkProgress();

  /**
   * Creates a run.
   *
   * @param set settings of the service
   * @param flags JVM flags by name of the sink
   */
  SinkBenchmarkRun(
      BenchmarkCluster cluster,
      ConsumerBaseline.ConsumeResult events,
      Map<String, String> set,
      Function<String, List<String>> flags) {
    this.cluster = cluster;
    this.events = events;
    this.set = set;
    this.flags = flags;
  }

  /** The result of a sink; its units are items instead of letters. */
  record SinkResult(ReplayResult run) {
    /** The interval from the first items in the sink to the last. */
    ReplayTimeline.Interval sinceFirst() {
      long first =
          run.timeline().samples().stream()
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
   * Starts the service with one sink and waits until the sink holds every case and item.
   *
   * @param where settings that enable the sink
   */
  SinkResult run(String name, Map<String, String> where) throws IOException, InterruptedException {
    Map<String, String> all = settings(name, where);
    Map<String, String> known = new TreeMap<>(all);
    cluster.settings().kafka().forEach((key, value) -> known.put("kafka." + key, value));
    known.putAll(cluster.settings().registry());
    Settings settings = Settings.of(SinkServiceSettings.all(), known);
    SinkType sink =
        SinkTypes.all().stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    sink.prepare(settings);
    Duration broker = ProcessUsage.of(cluster.broker().pid()).processor();
    try (ChildJvm service = cluster.service(name, SinkService.class, flags(name), all)) {
      return new SinkResult(watch(name, sink, settings, service, broker));
    }
  }

  private ReplayResult watch(
      String name, SinkType sink, Settings settings, ChildJvm service, Duration broker)
      throws IOException {
    ReplayTimeline timeline = new ReplayTimeline();
    Instant start = Instant.now();
    Instant lastProgress = start;
    long peak = 0;
    long brokerPeak = 0;
    boolean all = false;
    Duration pause = SAMPLE_INTERVAL;
    while (!all) {
      LockSupport.parkNanos(pause.toNanos());
      Instant inventoryStart = Instant.now();
      try (SinkInventory inventory = sink.inventory(settings).orElseThrow()) {
        long items = inventory.items();
        all = items == events.items() && inventory.cases() == events.cases();
        lastProgress = items > timeline.done() ? Instant.now() : lastProgress;
        ProcessUsage usage = ProcessUsage.of(service.pid());
        ProcessUsage brokerUsage = ProcessUsage.of(cluster.broker().pid());
        peak = Math.max(peak, usage.peakMemoryBytes());
        brokerPeak = Math.max(brokerPeak, brokerUsage.peakMemoryBytes());
        timeline.add(
            new ReplayTimeline.Sample(
                Duration.between(start, Instant.now()),
                items,
                events.items() - items,
                usage.processor(),
                brokerUsage.processor().minus(broker)));
        progress.show(name, items, events.items());
      }
      Duration minPause =
          Duration.between(inventoryStart, Instant.now()).multipliedBy(PAUSE_FACTOR);
      pause = minPause.compareTo(SAMPLE_INTERVAL) > 0 ? minPause : SAMPLE_INTERVAL;
      if (!service.isAlive() || Instant.now().isAfter(lastProgress.plus(TIMEOUT))) {
        throw cluster.failure(name);
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
        MonitorSettings.STATE_DIR.key(), cluster.folder().resolve("monitor-" + name).toString());
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
