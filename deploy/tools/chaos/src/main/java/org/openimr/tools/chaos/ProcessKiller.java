package org.openimr.tools.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.openimr.standalone.process.StartupException;
import org.openimr.tools.chaos.load.ChaosConfig;
import org.openimr.tools.chaos.load.ChaosLetterSender;
import org.openimr.tools.chaos.process.ProcessCluster;
import org.openimr.tools.chaos.process.ProcessKind;
import org.openimr.tools.chaos.report.KillEvent;

/** Kills random processes while letters are sent, and restarts them. */
final class ProcessKiller {
  private static final double DOUBLE_KILL_PROBABILITY = 0.2;
  private static final int MAX_RESTART_DELAY_MILLIS = 2_000;
  private static final Duration RECOVERY_TIMEOUT = Duration.ofSeconds(240);
  private static final int MAX_START_ATTEMPTS = 5;

  private final ChaosConfig config;
  private final ProcessCluster processes;
  private final ChaosLetterSender sender;
  private final Consumer<String> log;
  private final Random random;
  private final long start = System.nanoTime();
  private final List<KillEvent> kills = new ArrayList<>();
  private final Map<ProcessKind, Integer> generations = new EnumMap<>(ProcessKind.class);
  private final ExecutorService restarts = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<ProcessKind> down = ConcurrentHashMap.newKeySet();
  private final AtomicInteger killCount = new AtomicInteger();

  ProcessKiller(
      ChaosConfig config,
      ProcessCluster processes,
      ChaosLetterSender sender,
      Consumer<String> log) {
    this.config = config;
    this.processes = processes;
    this.sender = sender;
    this.log = log;
    this.random = new Random(config.seed());
  }

  /** Number of kills so far. */
  int killCount() {
    return killCount.get();
  }

  /** Whether a process is killed and not restarted yet. */
  boolean isDown(ProcessKind kind) {
    return down.contains(kind);
  }

  /** All kills in order; complete when {@link #run} has returned. */
  synchronized List<KillEvent> kills() {
    return kills.stream().sorted(Comparator.comparingInt(KillEvent::number)).toList();
  }

  /** Returns when all kills are done and all killed processes are ready again. */
  void run() throws InterruptedException {
    while (killCount() < config.kills()) {
      awaitSentShare((killCount() + 0.3 + 0.6 * random.nextDouble()) / config.kills());
      int simultaneous =
          random.nextDouble() < DOUBLE_KILL_PROBABILITY && config.kills() - killCount() > 1 ? 2 : 1;
      for (int i = 0; i < simultaneous; i++) {
        kill(randomLiveProcess());
      }
    }
    restarts.shutdown();
    if (!restarts.awaitTermination(RECOVERY_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      restarts.shutdownNow();
    }
  }

  private void awaitSentShare(double share) throws InterruptedException {
    while (sender.sent() < share * config.letters() && !sender.isDone()) {
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  private ProcessKind randomLiveProcess() throws InterruptedException {
    while (true) {
      List<ProcessKind> alive =
          List.of(ProcessKind.values()).stream().filter(processes::isAlive).toList();
      if (!alive.isEmpty()) {
        return alive.get(random.nextInt(alive.size()));
      }
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  private void kill(ProcessKind kind) {
    int number = killCount.incrementAndGet();
    int sent = sender.sent();
    long at = System.nanoTime();
    int generation = nextGeneration(kind);
    down.add(kind);
    processes.kill(kind);
    log.accept("killed %s (%d of %d)".formatted(kind.title(), number, config.kills()));
    long delay = random.nextInt(MAX_RESTART_DELAY_MILLIS) * 1_000_000L;
    restarts.execute(
        () -> {
          LockSupport.parkNanos(delay);
          double recovery = recovers(kind, generation) ? seconds(at) : -1;
          synchronized (this) {
            kills.add(new KillEvent(number, kind.title(), (at - start) / 1e9, sent, recovery));
          }
        });
  }

  private synchronized int nextGeneration(ProcessKind kind) {
    int generation = generations.getOrDefault(kind, 0) + 1;
    generations.put(kind, generation);
    return generation;
  }

  private synchronized boolean isCurrent(ProcessKind kind, int generation) {
    return generations.getOrDefault(kind, 0) == generation;
  }

  /** Restarts a process; false if it is killed again, or not ready in time. */
  private boolean recovers(ProcessKind kind, int generation) {
    start(kind);
    down.remove(kind);
    long limit = System.nanoTime() + RECOVERY_TIMEOUT.toNanos();
    while (isCurrent(kind, generation) && System.nanoTime() < limit) {
      if (processes.isReady(kind)) {
        return true;
      }
      LockSupport.parkNanos(50_000_000);
    }
    return false;
  }

  private void start(ProcessKind kind) {
    for (int attempt = 1; ; attempt++) {
      try {
        processes.start(kind);
        return;
      } catch (StartupException e) {
        if (attempt == MAX_START_ATTEMPTS) {
          throw e;
        }
        log.accept(kind.title() + " did not start, retrying: " + e.getMessage());
      }
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
