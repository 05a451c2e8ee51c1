package org.openimr.tools.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.chaos.letter.ExpectationsFile;
import org.openimr.tools.chaos.letter.ExpectedOutcome;
import org.openimr.tools.chaos.letter.LabelledLetterSource;
import org.openimr.tools.chaos.load.CaseStoreFiller;
import org.openimr.tools.chaos.load.ChaosLetterSender;
import org.openimr.tools.chaos.load.CompletionTracker;
import org.openimr.tools.chaos.load.SendRate;
import org.openimr.tools.chaos.process.ProcessCluster;
import org.openimr.tools.chaos.process.ProcessKind;
import org.openimr.tools.chaos.report.HostInfo;
import org.openimr.tools.chaos.report.RestartReport;
import org.openimr.tools.chaos.verify.RevisionCounts;

/**
 * Kills the enrich service with many cases in its store while letters are sent, and measures the
 * time until letters of all partitions are processed again: first by the same instance, which has
 * to restore its store, then by another instance that keeps a standby.
 */
final class RestartRun {
  /** Makes a second instance keep copies of the stores. */
  static final Map<String, String> STANDBY = Map.of("IMR_KAFKA_NUM_STANDBY_REPLICAS", "1");

  private static final int LETTERS = 40_000;
  private static final double LETTERS_PER_SECOND = 150;
  private static final Map<Integer, Long> NO_OFFSETS = Map.of();
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final int cases;
  private final long seed;
  private final Path directory;
  private final ConsoleProgress progress;
  private final List<RestartReport.RestartStep> steps = new ArrayList<>();

  RestartRun(int cases, long seed, Path directory, ConsoleProgress progress) {
    this.cases = cases;
    this.seed = seed;
    this.directory = directory;
    this.progress = progress;
  }

  RestartReport run(ProcessCluster processes) throws IOException, InterruptedException {
    progress.printLine("starting the broker and the registry");
    ChaosClusterSetup.startInfrastructure(processes);
    Map<String, String> kafka = processes.connection().kafka();
    LabelledLetterSource letters = new LabelledLetterSource(seed);
    double fillSeconds = fill(letters, kafka);
    ChaosClusterSetup.startServices(processes, List.of(ProcessKind.INGEST));
    ChaosLetterSender sender =
        new ChaosLetterSender(
            new SendRate(LETTERS, LETTERS_PER_SECOND, Integer.MAX_VALUE),
            letters,
            ExpectationsFile.create(directory.resolve("expectations.tsv")),
            kafka);
    AtomicLong unlimited = new AtomicLong();
    Thread sending = Thread.ofPlatform().daemon().start(() -> sender.run(unlimited::get));
    measure(processes, kafka);
    sender.stop();
    sending.join();
    RevisionCounts revisions =
        RevisionCounts.read(processes.connection(), knownCases(letters)::contains);
    return new RestartReport(
        Instant.now(),
        HostInfo.detect(),
        cases,
        fillSeconds,
        List.copyOf(steps),
        revisions.first(),
        revisions.later());
  }

  private void measure(ProcessCluster processes, Map<String, String> kafka)
      throws InterruptedException {
    progress.printLine("first start of enrich a, restoring its store from the changelog");
    long start = System.nanoTime();
    processes.start(ProcessKind.ENRICH_A);
    try (CompletionTracker completion = CompletionTracker.of(kafka)) {
      step(
          processes,
          completion,
          "first start, from the changelog",
          ProcessKind.ENRICH_A,
          start,
          NO_OFFSETS);
      Map<Integer, Long> before = endOffsets(kafka);
      progress.printLine("kill -9 of enrich a, restarting at once");
      start = System.nanoTime();
      processes.kill(ProcessKind.ENRICH_A);
      processes.start(ProcessKind.ENRICH_A);
      step(
          processes, completion, "kill -9, restarted at once", ProcessKind.ENRICH_A, start, before);
      progress.printLine("starting enrich b with a standby of each store");
      processes.start(ProcessKind.ENRICH_B);
      ChaosClusterSetup.await(
          () -> processes.isReady(ProcessKind.ENRICH_B), "enrich b is not ready", TIMEOUT);
      awaitStandby(processes);
      before = endOffsets(kafka);
      progress.printLine("kill -9 of enrich a without a restart, enrich b takes over");
      start = System.nanoTime();
      processes.kill(ProcessKind.ENRICH_A);
      step(
          processes,
          completion,
          "kill -9, the standby takes over",
          ProcessKind.ENRICH_B,
          start,
          before);
    }
  }

  /** Waits until each partition has a ledger row past the given end offsets. */
  private void step(
      ProcessCluster processes,
      CompletionTracker completion,
      String title,
      ProcessKind kind,
      long start,
      Map<Integer, Long> before)
      throws InterruptedException {
    ChaosClusterSetup.await(
        () -> resumedPartitions(completion, before) > 0,
        title + ": processing not resumed",
        TIMEOUT);
    double first = (System.nanoTime() - start) / 1e9;
    ChaosClusterSetup.await(
        () -> {
          progress.showStatus(
              "%s: %d of 12 partitions".formatted(title, resumedPartitions(completion, before)));
          return resumedPartitions(completion, before) == Topic.LETTERS.partitions();
        },
        title + ": processing not resumed",
        TIMEOUT);
    double seconds = (System.nanoTime() - start) / 1e9;
    String logLine = processes.restoredLogLine(kind).orElse("nothing").replaceFirst(".* - ", "");
    steps.add(
        new RestartReport.RestartStep(
            title, first, seconds, logLine, kind == ProcessKind.ENRICH_B));
    progress.printLine("%s: %.1f s (%s)".formatted(title, seconds, logLine));
  }

  private static long resumedPartitions(CompletionTracker completion, Map<Integer, Long> before) {
    return completion.ledgerOffsets().entrySet().stream()
        .filter(row -> row.getValue() >= before.getOrDefault(row.getKey(), 0L))
        .count();
  }

  private double fill(LabelledLetterSource letters, Map<String, String> kafka)
      throws InterruptedException {
    progress.printLine("writing %,d cases to the changelog of the store".formatted(cases));
    double start = progress.seconds();
    Set<String> known = knownCases(letters);
    Stream<String> others =
        IntStream.range(0, Math.max(0, cases - known.size()))
            .mapToObj(number -> "CM%02d-%07d".formatted(number % 9 + 30, number));
    new CaseStoreFiller(kafka).fill(Stream.concat(known.stream(), others));
    return progress.seconds() - start;
  }

  /** Cases of the letters that are sent. */
  private Set<String> knownCases(LabelledLetterSource letters) {
    Set<String> keys = new HashSet<>();
    IntStream.range(0, Math.min(LETTERS, cases))
        .mapToObj(letters::letter)
        .map(letter -> letter.sent().expected())
        .filter(ExpectedOutcome.Decided.class::isInstance)
        .forEach(outcome -> keys.add(((ExpectedOutcome.Decided) outcome).caseKey()));
    return keys;
  }

  private static Map<Integer, Long> endOffsets(Map<String, String> kafka)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> request = new HashMap<>();
    for (int partition = 0; partition < Topic.LETTERS.partitions(); partition++) {
      request.put(new TopicPartition(CompletionTracker.LEDGER, partition), OffsetSpec.latest());
    }
    Map<Integer, Long> offsets = new HashMap<>();
    try (Admin admin = Admin.create(Map.copyOf(kafka))) {
      admin
          .listOffsets(request)
          .all()
          .get()
          .forEach((partition, offset) -> offsets.put(partition.partition(), offset.offset()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading end offsets failed", e.getCause());
    }
    return offsets;
  }

  private void awaitStandby(ProcessCluster processes) throws InterruptedException {
    ChaosClusterSetup.await(
        () -> processes.restoreLag(ProcessKind.ENRICH_B).orElse(Long.MAX_VALUE) < 1000,
        "the standby of enrich b did not catch up",
        TIMEOUT);
  }
}
