package org.openimr.tools.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.openimr.standalone.process.StartupException;
import org.openimr.tools.chaos.load.ChaosConfig;
import org.openimr.tools.chaos.load.ChaosLetterSender;
import org.openimr.tools.chaos.process.ProcessCluster;
import org.openimr.tools.chaos.process.ProcessKind;
import org.openimr.tools.chaos.report.KillEvent;

/** Kills processes at random while letters flow, and starts them again. */
final class ProcessKiller {
  private static final double TWO_AT_ONCE = 0.2;
  private static final int LONGEST_PAUSE_MILLIS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final int STARTS = 5;

  private final ChaosConfig plan;
  private final ProcessCluster processes;
  private final ChaosLetterSender sender;
  private final Consumer<String> tell;
  private final Random random;
  private final long start = System.nanoTime();
  private final List<KillEvent> kills = new ArrayList<>();
  private final int[] killedTimes = new int[ProcessKind.values().length];
  private final ExecutorService restarts = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<ProcessKind> down = ConcurrentHashMap.newKeySet();
  private volatile int killCount;

  ProcessKiller(
      ChaosConfig plan, ProcessCluster processes, ChaosLetterSender sender, Consumer<String> tell) {
    this.plan = plan;
    this.processes = processes;
    this.sender = sender;
    this.tell = tell;
    this.random = new Random(plan.seed());
  }

  /** Kills so far. */
  int killCount() {
    return killCount;
  }

  /** Whether a process was killed and not started again yet. */
  boolean isDown(ProcessKind role) {
    return down.contains(role);
  }

  /** All kills, in their order; complete when {@link #run} has returned. */
  synchronized List<KillEvent> kills() {
    return kills.stream().sorted(Comparator.comparingInt(KillEvent::number)).toList();
  }

  /** Returns when all kills are done and all processes work again. */
  void run() throws InterruptedException {
    while (killCount < plan.kills()) {
      awaitShare((killCount + 0.3 + 0.6 * random.nextDouble()) / plan.kills());
      int together = random.nextDouble() < TWO_AT_ONCE && plan.kills() - killCount > 1 ? 2 : 1;
      for (int i = 0; i < together; i++) {
        kill(aliveOne());
      }
    }
    restarts.shutdown();
    if (!restarts.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      restarts.shutdownNow();
    }
  }

  private void awaitShare(double share) throws InterruptedException {
    while (sender.sent() < share * plan.letters() && !sender.isDone()) {
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  private ProcessKind aliveOne() throws InterruptedException {
    while (true) {
      List<ProcessKind> alive =
          List.of(ProcessKind.values()).stream().filter(processes::isAlive).toList();
      if (!alive.isEmpty()) {
        return alive.get(random.nextInt(alive.size()));
      }
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  private void kill(ProcessKind role) {
    int number = ++killCount;
    int sent = sender.sent();
    long at = System.nanoTime();
    int time = nextTime(role);
    down.add(role);
    processes.kill(role);
    tell.accept("killed %s (%d of %d)".formatted(role.title(), number, plan.kills()));
    long pause = random.nextInt(LONGEST_PAUSE_MILLIS) * 1_000_000L;
    restarts.execute(
        () -> {
          LockSupport.parkNanos(pause);
          double recovery = restarted(role, time) ? seconds(at) : -1;
          synchronized (this) {
            kills.add(new KillEvent(number, role.title(), (at - start) / 1e9, sent, recovery));
          }
        });
  }

  private synchronized int nextTime(ProcessKind role) {
    return ++killedTimes[role.ordinal()];
  }

  private synchronized boolean isStillTime(ProcessKind role, int time) {
    return killedTimes[role.ordinal()] == time;
  }

  /** Whether it works again before anyone kills it another time. */
  private boolean restarted(ProcessKind role, int time) {
    start(role);
    down.remove(role);
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (isStillTime(role, time) && System.nanoTime() < limit) {
      if (processes.isReady(role)) {
        return true;
      }
      LockSupport.parkNanos(50_000_000);
    }
    return false;
  }

  private void start(ProcessKind role) {
    for (int attempt = 1; ; attempt++) {
      try {
        processes.start(role);
        return;
      } catch (StartupException e) {
        if (attempt == STARTS) {
          throw e;
        }
        tell.accept(role.title() + " did not start, once more: " + e.getMessage());
      }
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
