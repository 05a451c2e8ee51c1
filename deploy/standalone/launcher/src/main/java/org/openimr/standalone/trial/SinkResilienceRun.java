package org.openimr.standalone.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.openimr.ingest.source.producer.KafkaLetterProducer;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.database.DatabaseSettings;
import org.openimr.sink.lake.catalog.LakeSettings;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.sink.worker.SinkTypes;
import org.openimr.standalone.database.EmbeddedDatabase;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.pipeline.LocalPipeline;
import org.openimr.standalone.pipeline.PipelinePorts;
import org.openimr.standalone.sinks.SinkCatchUp;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;

/**
 * Sends letters with revisions and duplicates through the pipeline while the sinks' worker is
 * killed and the database restarted, then compares lake, database and topics by key.
 */
final class SinkResilienceRun implements AutoCloseable {
  private static final double RESENT_RATIO = 0.05;
  private static final Duration DELIVERY_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration STALL_TIMEOUT = Duration.ofMinutes(5);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

  private final ServiceResources resources = new ServiceResources();
  private final DataDirectory data;
  private final TrialPlan plan;
  private final Consumer<String> progress;
  private final LocalPipeline pipeline;
  private final Settings settings;
  private final SinkServiceProcess worker;
  private Optional<EmbeddedDatabase> database = Optional.empty();

  /**
   * Parameters of a run.
   *
   * @param letters number of letters, at least 1; 5 % of them are duplicates and 5 % revisions
   * @param kills number of times the worker is killed, distributed over the letters
   * @param restarts number of database restarts, distributed over the letters; 0 without a database
   * @param commitMillis commit interval of the lake in milliseconds
   * @param sinks {@code lake}, {@code database} or both
   */
  record TrialPlan(int letters, int kills, int restarts, long commitMillis, List<String> sinks) {}

  /**
   * Result of a run.
   *
   * @param published time from the first letter until all letters were published
   * @param held time from the first letter until the sinks held all events
   * @param report comparison by key
   */
  record TrialResult(Duration published, Duration held, ReconciliationReport report) {}

  private SinkResilienceRun(DataDirectory data, TrialPlan plan, Consumer<String> progress)
      throws IOException, InterruptedException {
    this.data = data;
    this.plan = plan;
    this.progress = progress;
    try {
      pipeline = resources.register(LocalPipeline.start(data, PipelinePorts.FREE, progress));
      Map<String, String> sinks =
          new TreeMap<>(SinkServiceProcess.connection(pipeline.connection()));
      if (plan.sinks().contains("lake")) {
        sinks.put(LakeSettings.WAREHOUSE.key(), data.subdirectory("lake").toString());
        sinks.put(LakeSettings.COMMIT_INTERVAL.key(), Long.toString(plan.commitMillis()));
      }
      if (plan.sinks().contains("database")) {
        EmbeddedDatabase started = EmbeddedDatabase.start(data.subdirectory("database"), 0);
        database = Optional.of(started);
        sinks.put(DatabaseSettings.URL.key(), started.url());
        sinks.put(DatabaseSettings.USER.key(), started.user());
      }
      List<Setting> known = new ArrayList<>(SinkTypes.settings());
      known.addAll(ReconciliationSettings.ALL);
      settings = Settings.of(known, sinks);
      worker = resources.register(SinkServiceProcess.start(data.subdirectory("worker"), sinks));
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Runs a trial. */
  static TrialResult run(DataDirectory data, TrialPlan plan, Consumer<String> progress)
      throws IOException, InterruptedException {
    try (SinkResilienceRun trial = new SinkResilienceRun(data, plan, progress)) {
      trial.pipeline.awaitReady(() -> false);
      return trial.run();
    }
  }

  @Override
  public void close() {
    resources.close();
    database.ifPresent(EmbeddedDatabase::close);
  }

  private TrialResult run() {
    Instant start = Instant.now();
    CompletableFuture<Void> sending = CompletableFuture.runAsync(this::send);
    List<FaultInjection> faults = FaultInjection.spreadOver(plan);
    long processed = 0;
    while (processed < plan.letters()) {
      LockSupport.parkNanos(POLL_INTERVAL.toNanos());
      if (sending.isCompletedExceptionally()) {
        sending.join();
      }
      processed = pipeline.letterCounts().letters();
      progress.accept("%,d of %,d letters".formatted(processed, plan.letters()));
      while (!faults.isEmpty() && faults.getFirst().afterLetters() <= processed) {
        inject(faults.removeFirst());
      }
    }
    faults.forEach(this::inject);
    Duration published = Duration.between(start, Instant.now());
    SinkCatchUp catchUp = new SinkCatchUp(settings, worker::isAlive);
    catchUp.await(STALL_TIMEOUT, () -> !worker.isAlive(), progress);
    Duration held = Duration.between(start, Instant.now());
    progress.accept("comparing by key");
    return new TrialResult(published, held, catchUp.compareByKey());
  }

  private void inject(FaultInjection fault) {
    switch (fault.kind()) {
      case KILL -> worker.killAndRestart();
      case DATABASE -> {
        int port = database.orElseThrow().port();
        database.orElseThrow().close();
        database = Optional.of(EmbeddedDatabase.start(data.subdirectory("database"), port));
      }
    }
  }

  private void send() {
    LetterGenerator generator =
        new LetterGenerator(GeneratorSettings.withSeed(1).withResent(RESENT_RATIO, RESENT_RATIO));
    try (LetterProducer producer =
        KafkaLetterProducer.create(pipeline.connection().kafka(), DELIVERY_TIMEOUT)) {
      for (int index = 0; index < plan.letters(); index++) {
        byte[] text = generator.generate(index).text().getBytes(StandardCharsets.UTF_8);
        // the trial ends when all letters are published
        var unused =
            producer.send(
                new RawLetter(text, Optional.empty(), Optional.empty(), Optional.empty()));
      }
    }
  }
}
