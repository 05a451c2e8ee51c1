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

/** Runs the pipeline as processes, sends letters, kills processes, and verifies the topics. */
final class ChaosRun {
  private static final Duration STALL_TIMEOUT = Duration.ofSeconds(180);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

  private final ChaosConfig config;
  private final Path directory;
  private final ConsoleProgress progress;
  private final List<String> unexpectedExits = new ArrayList<>();
  private final Set<ProcessKind> suspects = EnumSet.noneOf(ProcessKind.class);

  ChaosRun(ChaosConfig config, Path directory, ConsoleProgress progress) {
    this.config = config;
    this.directory = directory;
    this.progress = progress;
  }

  /** Runs to the end and returns the report. */
  ChaosReport run(ProcessCluster processes) throws IOException, InterruptedException {
    progress.printLine("starting the broker, the registry, ingest and two instances of enrich");
    ChaosClusterSetup.startInfrastructure(processes);
    ChaosClusterSetup.startServices(
        processes, List.of(ProcessKind.INGEST, ProcessKind.ENRICH_A, ProcessKind.ENRICH_B));
    progress.printLine("sending letters");
    Path expectationsFile = directory.resolve("expectations.tsv");
    Map<String, String> kafka = processes.connection().kafka();
    try (CompletionTracker completion = CompletionTracker.of(kafka)) {
      ChaosLetterSender sender =
          new ChaosLetterSender(
              config.sendRate(), letters(), ExpectationsFile.create(expectationsFile), kafka);
      ProcessKiller killer = new ProcessKiller(config, processes, sender, progress::printLine);
      double start = progress.seconds();
      CompletableFuture<Double> sending = sending(sender, completion, start);
      CompletableFuture<Void> killing = killing(killer);
      watch(processes, sender, completion, killer, killing);
      double completionSeconds = progress.seconds() - start;
      double sendSeconds = join(sending);
      progress.printLine("comparing the topics with the expectations");
      VerificationResult result =
          new VerificationLauncher(directory, processes.environment())
              .verify(expectationsFile, config.letters());
      processes.recordMemory();
      return new ChaosReport(
          Instant.now(),
          HostInfo.detect(),
          versions(),
          config,
          sendSeconds,
          completionSeconds,
          sender.failed(),
          killer.kills(),
          List.copyOf(unexpectedExits),
          memory(processes),
          result);
    }
  }

  private LetterSource letters() {
    return config.damaged()
        ? new DamagedLetterSource(config.seed())
        : new LabelledLetterSource(config.seed());
  }

  private CompletableFuture<Double> sending(
      ChaosLetterSender sender, CompletionTracker completion, double start) {
    return CompletableFuture.supplyAsync(
        () -> {
          sender.run(completion::letters);
          return progress.seconds() - start;
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
      CompletionTracker completion,
      ProcessKiller killer,
      CompletableFuture<Void> killing)
      throws InterruptedException {
    long lastChange = System.nanoTime();
    long previous = -1;
    while (!(sender.isDone() && killing.isDone() && completion.letters() >= sender.sent())) {
      long current = completion.letters() + sender.sent() + killer.killCount();
      if (current != previous) {
        previous = current;
        lastChange = System.nanoTime();
      } else if (System.nanoTime() - lastChange > STALL_TIMEOUT.toNanos()) {
        progress.printLine("no progress for %d s".formatted(STALL_TIMEOUT.toSeconds()));
        return;
      }
      progress.showStatus(statusLine(sender, completion, killer));
      processes.recordMemory();
      recordUnexpectedExits(processes, killer);
      Thread.sleep(POLL_INTERVAL);
    }
    killing.join();
  }

  /**
   * Records processes that exited without being killed. A process counts only if two polls in a row
   * find it dead, because one poll may fall between a kill and its record.
   */
  private void recordUnexpectedExits(ProcessCluster processes, ProcessKiller killer) {
    for (ProcessKind kind : ProcessKind.values()) {
      if (processes.isAlive(kind) || killer.isDown(kind)) {
        suspects.remove(kind);
      } else if (!suspects.add(kind) && !unexpectedExits.contains(kind.title())) {
        unexpectedExits.add(kind.title());
        progress.printLine(
            kind.title() + " exited without being killed; see " + processes.log(kind));
      }
    }
  }

  private String statusLine(
      ChaosLetterSender sender, CompletionTracker completion, ProcessKiller killer) {
    long completed = completion.letters();
    return "kills %d of %d   sent %,d of %,d   completed %,d (dead %,d)   pending %,d"
        .formatted(
            killer.killCount(),
            config.kills(),
            sender.sent(),
            config.letters(),
            completed,
            completion.deadLetters(),
            Math.max(0, sender.sent() - completed));
  }

  private static double join(CompletableFuture<Double> sending) {
    try {
      return sending.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the sender failed", e.getCause());
    }
  }

  private static List<ChaosReport.ProcessMemory> memory(ProcessCluster processes) {
    return List.of(ProcessKind.values()).stream()
        .map(
            kind ->
                new ChaosReport.ProcessMemory(
                    kind.title(),
                    kind.heapMegabytes(),
                    kind.residentMegabytes(),
                    processes.peakMegabytes(kind).orElse(-1)))
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
