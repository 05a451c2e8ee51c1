package org.openimr.chaos;

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
import org.openimr.chaos.process.Processes;
import org.openimr.chaos.process.Role;
import org.openimr.chaos.truth.AnyLetters;
import org.openimr.chaos.truth.KnownLetters;
import org.openimr.chaos.truth.Letters;
import org.openimr.chaos.truth.TruthFile;
import org.openimr.chaos.verify.Verdict;

/** One run: processes up, letters through them, kills meanwhile, and the comparison at the end. */
final class ChaosRun {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Plan plan;
  private final Path folder;
  private final Display display;
  private final List<String> endedByThemselves = new ArrayList<>();
  private final Set<Role> suspects = EnumSet.noneOf(Role.class);

  ChaosRun(Plan plan, Path folder, Display display) {
    this.plan = plan;
    this.folder = folder;
    this.display = display;
  }

  /** Runs it all and returns what was found. */
  Report run(Processes processes) throws IOException, InterruptedException {
    display.line("starting broker and registry, then ingest and two of enrich");
    Setup.infrastructure(processes);
    Setup.services(processes, List.of(Role.INGEST, Role.ENRICH_A, Role.ENRICH_B));
    display.line("letters flow");
    Path truthFile = folder.resolve("truth.tsv");
    Map<String, String> kafka = processes.connection().kafka();
    try (Through through = Through.of(kafka)) {
      Sender sender = new Sender(plan.pace(), letters(), TruthFile.create(truthFile), kafka);
      Killer killer = new Killer(plan, processes, sender, display::line);
      double start = display.seconds();
      CompletableFuture<Double> sending = sending(sender, through, start);
      CompletableFuture<Void> killing = killing(killer);
      watch(processes, sender, through, killer, killing);
      double throughSeconds = display.seconds() - start;
      double sendSeconds = joined(sending);
      display.line("comparing what the topics hold with the truth");
      Verdict verdict =
          new Verifier(folder, processes.environment()).verdict(truthFile, plan.letters());
      processes.noteMemory();
      return new Report(
          Instant.now(),
          Machine.here(),
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

  private Letters letters() {
    return plan.damaged() ? new AnyLetters(plan.seed()) : new KnownLetters(plan.seed());
  }

  private CompletableFuture<Double> sending(Sender sender, Through through, double start) {
    return CompletableFuture.supplyAsync(
        () -> {
          sender.run(through::letters);
          return display.seconds() - start;
        },
        Thread.ofPlatform().daemon().name("sender")::start);
  }

  private CompletableFuture<Void> killing(Killer killer) {
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
      Processes processes,
      Sender sender,
      Through through,
      Killer killer,
      CompletableFuture<Void> killing)
      throws InterruptedException {
    long moved = System.nanoTime();
    long before = -1;
    while (!(sender.isDone() && killing.isDone() && through.letters() >= sender.sent())) {
      long now = through.letters() + sender.sent() + killer.killed();
      if (now != before) {
        before = now;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
        display.line("nothing has moved for %d s".formatted(PATIENCE.toSeconds()));
        return;
      }
      display.status(progress(sender, through, killer));
      processes.noteMemory();
      noteEnded(processes, killer);
      Thread.sleep(LOOK);
    }
    killing.join();
  }

  /** A process that nobody killed is to be there; one look may fall between a kill and its note. */
  private void noteEnded(Processes processes, Killer killer) {
    for (Role role : Role.values()) {
      if (processes.isAlive(role) || killer.isDown(role)) {
        suspects.remove(role);
      } else if (!suspects.add(role) && !endedByThemselves.contains(role.title())) {
        endedByThemselves.add(role.title());
        display.line(role.title() + " ended by itself; see " + processes.log(role));
      }
    }
  }

  private String progress(Sender sender, Through through, Killer killer) {
    long out = through.letters();
    return "kills %d of %d   sent %,d of %,d   through %,d (dead %,d)   waiting %,d"
        .formatted(
            killer.killed(),
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

  private static List<Report.Usage> usage(Processes processes) {
    return List.of(Role.values()).stream()
        .map(
            role ->
                new Report.Usage(
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
