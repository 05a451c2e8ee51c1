package org.openimr.tools.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.utils.AppInfoParser;
import org.openimr.tools.chaos.letter.DamagedLetterSource;
import org.openimr.tools.chaos.letter.ExpectationsFile;
import org.openimr.tools.chaos.letter.LabelledLetterSource;
import org.openimr.tools.chaos.letter.LetterSource;
import org.openimr.tools.chaos.load.ChaosConfig;
import org.openimr.tools.chaos.load.ChaosLetterSender;
import org.openimr.tools.chaos.load.CompletionTracker;
import org.openimr.tools.chaos.process.ProcessCluster;
import org.openimr.tools.chaos.process.ProcessKind;
import org.openimr.tools.chaos.report.ChaosReport;
import org.openimr.tools.chaos.report.HostInfo;
import org.openimr.tools.chaos.verify.VerificationResult;

/** One run: processes up, letters through them, kills meanwhile, and the comparison at the end. */
final class ChaosRun {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final ChaosConfig plan;
  private final Path folder;
  private final ConsoleProgress display;
  private final List<String> endedByThemselves = new ArrayList<>();
  private final Set<ProcessKind> suspects = EnumSet.noneOf(ProcessKind.class);

  ChaosRun(ChaosConfig plan, Path folder, ConsoleProgress display) {
    this.plan = plan;
    this.folder = folder;
    this.display = display;
  }

  /** Runs it all and returns what was found. */
  ChaosReport run(ProcessCluster processes) throws IOException, InterruptedException {
    display.printLine("starting broker and registry, then ingest and two of enrich");
    ChaosClusterSetup.startInfrastructure(processes);
    ChaosClusterSetup.startServices(
        processes, List.of(ProcessKind.INGEST, ProcessKind.ENRICH_A, ProcessKind.ENRICH_B));
    display.printLine("letters flow");
    Path truthFile = folder.resolve("truth.tsv");
    Map<String, String> kafka = processes.connection().kafka();
    try (CompletionTracker through = CompletionTracker.of(kafka)) {
      ChaosLetterSender sender =
          new ChaosLetterSender(
              plan.sendRate(), letters(), ExpectationsFile.create(truthFile), kafka);
      ProcessKiller killer = new ProcessKiller(plan, processes, sender, display::printLine);
      double start = display.seconds();
      CompletableFuture<Double> sending = sending(sender, through, start);
      CompletableFuture<Void> killing = killing(killer);
      watch(processes, sender, through, killer, killing);
      double throughSeconds = display.seconds() - start;
      double sendSeconds = joined(sending);
      display.printLine("comparing what the topics hold with the truth");
      VerificationResult verdict =
          new VerificationLauncher(folder, processes.environment())
              .verify(truthFile, plan.letters());
      processes.recordMemory();
      return new ChaosReport(
          Instant.now(),
          HostInfo.detect(),
          versions(),
          plan,
          sendSeconds,
          throughSeconds,
          sender.failed(),
          killer.kills(),
          List.copyOf(endedByThemselves),
          usage(processes),
          verdict);
    }
  }

  private LetterSource letters() {
    return plan.damaged()
        ? new DamagedLetterSource(plan.seed())
        : new LabelledLetterSource(plan.seed());
  }

  private CompletableFuture<Double> sending(
      ChaosLetterSender sender, CompletionTracker through, double start) {
    return CompletableFuture.supplyAsync(
        () -> {
          sender.run(through::letters);
          return display.seconds() - start;
        },
        Thread.ofPlatform().daemon().name("sender")::start);
  }

  private CompletableFuture<Void> killing(ProcessKiller killer) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            killer.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        Thread.ofPlatform().daemon().name("killer")::start);
  }

  private void watch(
      ProcessCluster processes,
      ChaosLetterSender sender,
      CompletionTracker through,
      ProcessKiller killer,
      CompletableFuture<Void> killing)
      throws InterruptedException {
    long moved = System.nanoTime();
    long before = -1;
    while (!(sender.isDone() && killing.isDone() && through.letters() >= sender.sent())) {
      long now = through.letters() + sender.sent() + killer.killCount();
      if (now != before) {
        before = now;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
        display.printLine("nothing has moved for %d s".formatted(PATIENCE.toSeconds()));
        return;
      }
      display.showStatus(progress(sender, through, killer));
      processes.recordMemory();
      noteEnded(processes, killer);
      Thread.sleep(LOOK);
    }
    killing.join();
  }

  /** A process that nobody killed is to be there; one look may fall between a kill and its note. */
  private void noteEnded(ProcessCluster processes, ProcessKiller killer) {
    for (ProcessKind role : ProcessKind.values()) {
      if (processes.isAlive(role) || killer.isDown(role)) {
        suspects.remove(role);
      } else if (!suspects.add(role) && !endedByThemselves.contains(role.title())) {
        endedByThemselves.add(role.title());
        display.printLine(role.title() + " ended by itself; see " + processes.log(role));
      }
    }
  }

  private String progress(
      ChaosLetterSender sender, CompletionTracker through, ProcessKiller killer) {
    long out = through.letters();
    return "kills %d of %d   sent %,d of %,d   through %,d (dead %,d)   waiting %,d"
        .formatted(
            killer.killCount(),
            plan.kills(),
            sender.sent(),
            plan.letters(),
            out,
            through.deadLetters(),
            Math.max(0, sender.sent() - out));
  }

  private static double joined(CompletableFuture<Double> sending) {
    try {
      return sending.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the sender failed", e.getCause());
    }
  }

  private static List<ChaosReport.ProcessMemory> usage(ProcessCluster processes) {
    return List.of(ProcessKind.values()).stream()
        .map(
            role ->
                new ChaosReport.ProcessMemory(
                    role.title(),
                    role.heapMegabytes(),
                    role.residentMegabytes(),
                    processes.peakMegabytes(role).orElse(-1)))
        .toList();
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("kafka", AppInfoParser.getVersion());
    versions.put(
        "imr",
        Optional.ofNullable(ChaosRun.class.getPackage().getImplementationVersion())
            .orElse("not packaged"));
    return versions;
  }
}
