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
 * Kills the enrich service with many cases in its store while letters flow, and takes the time
 * until letters of all partitions are processed again: once by the same instance, which has to
 * restore its store, and once by another that keeps a standby.
 */
final class RestartRun {
  /** Setting of the services: a second instance keeps copies of the stores. */
  static final Map<String, String> STANDBY = Map.of("IMR_KAFKA_NUM_STANDBY_REPLICAS", "1");

  private static final int LETTERS = 40_000;
  private static final double LETTERS_A_SECOND = 150;
  private static final Map<Integer, Long> NOTHING = Map.of();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final int cases;
  private final long seed;
  private final Path folder;
  private final ConsoleProgress display;
  private final List<RestartReport.RestartStep> steps = new ArrayList<>();

  RestartRun(int cases, long seed, Path folder, ConsoleProgress display) {
    this.cases = cases;
    this.seed = seed;
    this.folder = folder;
    this.display = display;
  }

  RestartReport run(ProcessCluster processes) throws IOException, InterruptedException {
    display.printLine("starting broker and registry");
    ChaosClusterSetup.startInfrastructure(processes);
    Map<String, String> kafka = processes.connection().kafka();
    LabelledLetterSource letters = new LabelledLetterSource(seed);
    double fill = fill(letters, kafka);
    ChaosClusterSetup.startServices(processes, List.of(ProcessKind.INGEST));
    ChaosLetterSender sender =
        new ChaosLetterSender(
            new SendRate(LETTERS, LETTERS_A_SECOND, Integer.MAX_VALUE),
            letters,
            ExpectationsFile.create(folder.resolve("truth.tsv")),
            kafka);
    AtomicLong none = new AtomicLong();
    Thread sending = Thread.ofPlatform().daemon().start(() -> sender.run(none::get));
    measure(processes, kafka);
    sender.stop();
    sending.join();
    RevisionCounts revisions =
        RevisionCounts.read(processes.connection(), knownCases(letters)::contains);
    return new RestartReport(
        Instant.now(),
        HostInfo.detect(),
        cases,
        fill,
        List.copyOf(steps),
        revisions.first(),
        revisions.later());
  }

  private void measure(ProcessCluster processes, Map<String, String> kafka)
      throws InterruptedException {
    display.printLine("first start of enrich a: its store comes from the changelog");
    long start = System.nanoTime();
    processes.start(ProcessKind.ENRICH_A);
    try (CompletionTracker through = CompletionTracker.of(kafka)) {
      step(
          processes,
          through,
          "first start, from the changelog",
          ProcessKind.ENRICH_A,
          start,
          NOTHING);
      Map<Integer, Long> before = ends(kafka);
      display.printLine("kill -9 of enrich a, which starts again at once");
      start = System.nanoTime();
      processes.kill(ProcessKind.ENRICH_A);
      processes.start(ProcessKind.ENRICH_A);
      step(
          processes,
          through,
          "kill -9, started again at once",
          ProcessKind.ENRICH_A,
          start,
          before);
      display.printLine("enrich b starts and keeps a standby of each store");
      processes.start(ProcessKind.ENRICH_B);
      ChaosClusterSetup.await(
          () -> processes.isReady(ProcessKind.ENRICH_B), "enrich b is not ready", PATIENCE);
      awaitStandby(processes);
      before = ends(kafka);
      display.printLine("kill -9 of enrich a, which stays away: enrich b takes over");
      start = System.nanoTime();
      processes.kill(ProcessKind.ENRICH_A);
      step(
          processes,
          through,
          "kill -9, the standby takes over",
          ProcessKind.ENRICH_B,
          start,
          before);
    }
  }

  /** Waits until all partitions have rows behind those that were there before. */
  private void step(
      ProcessCluster processes,
      CompletionTracker through,
      String what,
      ProcessKind role,
      long start,
      Map<Integer, Long> before)
      throws InterruptedException {
    ChaosClusterSetup.await(() -> back(through, before) > 0, what + ": not back at work", PATIENCE);
    double first = (System.nanoTime() - start) / 1e9;
    ChaosClusterSetup.await(
        () -> {
          display.showStatus("%s: %d of 12 partitions".formatted(what, back(through, before)));
          return back(through, before) == Topic.LETTERS.partitions();
        },
        what + ": not back at work",
        PATIENCE);
    double seconds = (System.nanoTime() - start) / 1e9;
    String said = processes.runningLogLine(role).orElse("nothing").replaceFirst(".* - ", "");
    steps.add(
        new RestartReport.RestartStep(what, first, seconds, said, role == ProcessKind.ENRICH_B));
    display.printLine("%s: %.1f s (%s)".formatted(what, seconds, said));
  }

  private static long back(CompletionTracker through, Map<Integer, Long> before) {
    return through.ledgerOffsets().entrySet().stream()
        .filter(row -> row.getValue() >= before.getOrDefault(row.getKey(), 0L))
        .count();
  }

  private double fill(LabelledLetterSource letters, Map<String, String> kafka)
      throws InterruptedException {
    display.printLine("writing %,d cases to the changelog of the store".formatted(cases));
    double start = display.seconds();
    Set<String> known = knownCases(letters);
    Stream<String> others =
        IntStream.range(0, Math.max(0, cases - known.size()))
            .mapToObj(number -> "CM%02d-%07d".formatted(number % 9 + 30, number));
    new CaseStoreFiller(kafka).fill(Stream.concat(known.stream(), others));
    return display.seconds() - start;
  }

  /** The cases of the letters that are sent. */
  private Set<String> knownCases(LabelledLetterSource letters) {
    Set<String> keys = new HashSet<>();
    IntStream.range(0, Math.min(LETTERS, cases))
        .mapToObj(letters::letter)
        .map(letter -> letter.sent().expected())
        .filter(ExpectedOutcome.Decided.class::isInstance)
        .forEach(fate -> keys.add(((ExpectedOutcome.Decided) fate).caseKey()));
    return keys;
  }

  private static Map<Integer, Long> ends(Map<String, String> kafka) throws InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (int partition = 0; partition < Topic.LETTERS.partitions(); partition++) {
      wanted.put(new TopicPartition(CompletionTracker.LEDGER, partition), OffsetSpec.latest());
    }
    Map<Integer, Long> ends = new HashMap<>();
    try (Admin admin = Admin.create(Map.copyOf(kafka))) {
      admin
          .listOffsets(wanted)
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell its offsets", e.getCause());
    }
    return ends;
  }

  private void awaitStandby(ProcessCluster processes) throws InterruptedException {
    ChaosClusterSetup.await(
        () -> processes.restoreLag(ProcessKind.ENRICH_B).orElse(Long.MAX_VALUE) < 1000,
        "enrich b's standby is not there",
        PATIENCE);
  }
}
