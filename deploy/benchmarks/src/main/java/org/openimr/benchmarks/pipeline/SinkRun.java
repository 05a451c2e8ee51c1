package org.openimr.benchmarks.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.openimr.embedded.ChildJvm;
import org.openimr.schemas.Settings;
import org.openimr.sink.SinkService;
import org.openimr.sink.SinkServiceSettings;
import org.openimr.sink.Sinks;
import org.openimr.sink.connect.Sink;
import org.openimr.sink.connect.WorkerSettings;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.sink.reconcile.Holdings;
import org.openimr.sink.reconcile.ReconcileSettings;

/** A sink that takes all events there are, by a sink service in a process of its own. */
final class SinkRun {
  private static final Duration SAMPLE = Duration.ofSeconds(1);

  /** A look at all that a sink holds takes processor time from it: so much of the time it may. */
  private static final int PAUSES_A_LOOK = 5;

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PLUGIN = "imr.database.plugin";

  private final Stack stack;
  private final PlainReaders.Read events;
  private final Map<String, String> set;
  private final Function<String, List<String>> flags;
  private final Progress progress = new Progress();

  /**
   * @param set settings of the service
   * @param flags of its JVM, by the sink's name
   */
  SinkRun(
      Stack stack,
      PlainReaders.Read events,
      Map<String, String> set,
      Function<String, List<String>> flags) {
    this.stack = stack;
    this.events = events;
    this.set = set;
    this.flags = flags;
  }

  /** What a sink did; its letters are items here. */
  record Taken(Run run) {
    /** From the first items that it held to the last. */
    Timeline.Stretch sinceFirst() {
      long first =
          run.timeline().moments().stream()
              .mapToLong(Timeline.Moment::done)
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
  Taken run(String name, Map<String, String> where) throws IOException, InterruptedException {
    Map<String, String> all = settings(name, where);
    Map<String, String> known = new TreeMap<>(all);
    stack.settings().kafka().forEach((key, value) -> known.put("kafka." + key, value));
    known.putAll(stack.settings().registry());
    Settings settings = Settings.of(SinkServiceSettings.all(), known);
    Sink sink =
        Sinks.all().stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    sink.prepare(settings);
    Duration broker = ProcessUsage.of(stack.broker().pid()).processor();
    try (ChildJvm service = stack.service(name, SinkService.class, flags(name), all)) {
      return new Taken(watch(name, sink, settings, service, broker));
    }
  }

  private Run watch(String name, Sink sink, Settings settings, ChildJvm service, Duration broker)
      throws IOException {
    Timeline timeline = new Timeline();
    Instant start = Instant.now();
    Instant moved = start;
    long peak = 0;
    long brokerPeak = 0;
    boolean all = false;
    Duration pause = SAMPLE;
    while (!all) {
      LockSupport.parkNanos(pause.toNanos());
      Instant look = Instant.now();
      try (Holdings held = sink.holdings(settings).orElseThrow()) {
        long items = held.items();
        all = items == events.items() && held.cases() == events.cases();
        moved = items > timeline.done() ? Instant.now() : moved;
        ProcessUsage usage = ProcessUsage.of(service.pid());
        ProcessUsage ofBroker = ProcessUsage.of(stack.broker().pid());
        peak = Math.max(peak, usage.peakMemoryBytes());
        brokerPeak = Math.max(brokerPeak, ofBroker.peakMemoryBytes());
        timeline.add(
            new Timeline.Moment(
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
    return new Run(name, timeline, peak, brokerPeak, 0);
  }

  private Map<String, String> settings(String name, Map<String, String> where) {
    Map<String, String> settings = new TreeMap<>(where);
    settings.put(WorkerSettings.GROUP.key(), "bench-" + name);
    settings.put(WorkerSettings.PORT.key(), "0");
    settings.put(SinkServiceSettings.HTTP_PORT.key(), "0");
    settings.put(MonitorSettings.HTTP_PORT.key(), "0");
    settings.put(MonitorSettings.GROUP.key(), "bench-monitor-" + name);
    settings.put(MonitorSettings.STATE.key(), stack.folder().resolve("monitor-" + name).toString());
    settings.put(ReconcileSettings.EVERY.key(), "0");
    settings.putAll(set);
    return settings;
  }

  private List<String> flags(String name) {
    List<String> all = new ArrayList<>(flags.apply(name));
    all.add("-D" + PLUGIN + "=" + System.getProperty(PLUGIN, ""));
    return all;
  }
}
