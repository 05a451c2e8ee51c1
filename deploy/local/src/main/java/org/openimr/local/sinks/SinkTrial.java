package org.openimr.local.sinks;

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
import org.openimr.embedded.EmbeddedDatabase;
import org.openimr.generate.GeneratorSettings;
import org.openimr.generate.LetterGenerator;
import org.openimr.ingest.source.KafkaLetterProducer;
import org.openimr.ingest.source.LetterProducer;
import org.openimr.ingest.source.RawLetter;
import org.openimr.local.up.DataFolder;
import org.openimr.local.up.Pipeline;
import org.openimr.local.up.Ports;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.service.Parts;
import org.openimr.sink.Sinks;
import org.openimr.sink.database.DatabaseSettings;
import org.openimr.sink.lake.LakeSettings;
import org.openimr.sink.reconcile.ReconcileSettings;
import org.openimr.sink.reconcile.ReconciliationReport;

/**
 * Letters with revisions and duplicates through the whole pipeline, while the sinks' worker is
 * killed and the database restarted; then lake, database and topics are compared by key.
 */
final class SinkTrial implements AutoCloseable {
  private static final double SHARE = 0.05;
  private static final Duration DELIVERY = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Parts parts = new Parts();
  private final DataFolder data;
  private final Plan plan;
  private final Consumer<String> progress;
  private Pipeline pipeline;
  private Settings settings;
  private WorkerProcess worker;
  private Optional<EmbeddedDatabase> database = Optional.empty();

  /**
   * What is to happen.
   *
   * @param letters from 1; of them 5 % are sent again and 5 % are revisions
   * @param kills {@code kill -9} of the worker, spread over the letters
   * @param restarts of the database, spread over the letters; 0 without a database
   * @param commitMillis milliseconds between two commits of the lake
   * @param sinks {@code lake}, {@code database} or both
   */
  record Plan(int letters, int kills, int restarts, long commitMillis, List<String> sinks) {}

  /**
   * What came of it.
   *
   * @param published from the first letter until the last was published
   * @param held from the first letter until the sinks held all
   * @param report the comparison by key
   */
  record Outcome(Duration published, Duration held, ReconciliationReport report) {}

  private SinkTrial(DataFolder data, Plan plan, Consumer<String> progress) {
    this.data = data;
    this.plan = plan;
    this.progress = progress;
  }

  /** Does it all. */
  static Outcome run(DataFolder data, Plan plan, Consumer<String> progress)
      throws IOException, InterruptedException {
    try (SinkTrial trial = new SinkTrial(data, plan, progress)) {
      trial.open();
      trial.pipeline.awaitReady(() -> false);
      return trial.run();
    }
  }

  private void open() throws IOException, InterruptedException {
    pipeline = parts.opened(Pipeline.start(data, Ports.FREE, progress));
    Map<String, String> sinks = new TreeMap<>(WorkerProcess.connection(pipeline.connection()));
    if (plan.sinks().contains("lake")) {
      sinks.put(LakeSettings.WAREHOUSE.key(), data.of("lake").toString());
      sinks.put(LakeSettings.COMMIT_EVERY.key(), Long.toString(plan.commitMillis()));
    }
    if (plan.sinks().contains("database")) {
      EmbeddedDatabase started = EmbeddedDatabase.start(data.of("database"), 0);
      database = Optional.of(started);
      sinks.put(DatabaseSettings.URL.key(), started.url());
      sinks.put(DatabaseSettings.USER.key(), started.user());
    }
    List<Setting> known = new ArrayList<>(Sinks.settings());
    known.addAll(ReconcileSettings.ALL);
    settings = Settings.of(known, sinks);
    worker = parts.opened(WorkerProcess.start(data.of("worker"), sinks));
  }

  @Override
  public void close() {
    parts.close();
    database.ifPresent(EmbeddedDatabase::close);
  }

  private Outcome run() {
    Instant begin = Instant.now();
    CompletableFuture<Void> sending = CompletableFuture.runAsync(this::send);
    List<Disturbance> disturbances = Disturbance.spread(plan);
    long through = 0;
    while (through < plan.letters()) {
      LockSupport.parkNanos(LOOK.toNanos());
      if (sending.isCompletedExceptionally()) {
        sending.join();
      }
      through = pipeline.ledger().letters();
      progress.accept("%,d of %,d letters".formatted(through, plan.letters()));
      while (!disturbances.isEmpty() && disturbances.getFirst().after() <= through) {
        disturb(disturbances.removeFirst());
      }
    }
    disturbances.forEach(this::disturb);
    Duration published = Duration.between(begin, Instant.now());
    Settling settling = new Settling(settings, worker::isAlive);
    settling.await(PATIENCE, () -> !worker.isAlive(), progress);
    Duration held = Duration.between(begin, Instant.now());
    progress.accept("comparing by key");
    return new Outcome(published, held, settling.byKey());
  }

  private void disturb(Disturbance disturbance) {
    switch (disturbance.kind()) {
      case KILL -> worker.killAndStart();
      case DATABASE -> {
        int port = database.orElseThrow().port();
        database.orElseThrow().close();
        database = Optional.of(EmbeddedDatabase.start(data.of("database"), port));
      }
    }
  }

  private void send() {
    LetterGenerator generator =
        new LetterGenerator(GeneratorSettings.seeded(1).withResent(SHARE, SHARE));
    try (LetterProducer producer =
        KafkaLetterProducer.to(pipeline.connection().kafka(), DELIVERY)) {
      for (int index = 0; index < plan.letters(); index++) {
        byte[] text = generator.letter(index).text().getBytes(StandardCharsets.UTF_8);
        producer.send(new RawLetter(text, Optional.empty(), Optional.empty(), Optional.empty()));
      }
    }
  }
}
