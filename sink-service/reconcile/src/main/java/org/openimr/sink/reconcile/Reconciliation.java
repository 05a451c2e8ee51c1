package org.openimr.sink.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.reconcile.check.KeyedReconciliation;
import org.openimr.sink.reconcile.check.LetterCountCheck;
import org.openimr.sink.reconcile.check.SinkCountCheck;
import org.openimr.sink.reconcile.kafka.CommittedTopicReader;
import org.openimr.sink.reconcile.report.Discrepancy;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.sink.reconcile.report.ReconciliationReport.SinkCounts;
import org.openimr.sink.reconcile.spi.ReconciledSink;

/**
 * Compares letters with their outcomes, items with item events, and sinks with the events.
 *
 * <p>The counts come from ledgers that the services write in the transactions of their events; a
 * deep reconciliation reads the topics and the sinks themselves and compares by key.
 */
public final class Reconciliation {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Settings settings;
  private final List<ReconciledSink> sinks;

  /**
   * @param settings with {@link ReconciliationSettings#ALL}
   * @param sinks the configured sinks
   */
  public Reconciliation(Settings settings, Collection<ReconciledSink> sinks) {
    this.settings = settings.scopedTo(ReconciliationSettings.KAFKA);
    this.sinks = List.copyOf(sinks);
  }

  /**
   * Reconciles by counts. Compares again before it reports differences, because the counts are not
   * read atomically.
   *
   * @param maxWait limit of the time to wait for letters in flight
   * @throws org.apache.kafka.common.KafkaException if the broker is unavailable
   */
  public ReconciliationReport byCounts(Duration maxWait) {
    return reconcile(maxWait, false);
  }

  /**
   * Reconciles by counts and by key; reads all topics and sinks.
   *
   * @param maxWait limit of the time to wait for letters in flight
   * @throws org.apache.kafka.common.KafkaException if the broker is unavailable
   */
  public ReconciliationReport byKey(Duration maxWait) {
    return reconcile(maxWait, true);
  }

  private ReconciliationReport reconcile(Duration maxWait, boolean deep) {
    Instant limit = Instant.now().plus(maxWait);
    ReconciliationReport last = compare(false);
    boolean retry = !last.isEqual();
    while ((last.isInFlight() || !last.isEqual())
        && (retry || Instant.now().isBefore(limit))
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      last = compare(false);
      retry = false;
    }
    return deep ? compare(true) : last;
  }

  private ReconciliationReport compare(boolean deep) {
    Instant start = Instant.now();
    try (CommittedTopicReader broker = new CommittedTopicReader(settings.kafka())) {
      LetterCountCheck counts =
          new LetterCountCheck(
              broker,
              settings.text(ReconciliationSettings.INGEST_GROUP),
              settings.text(ReconciliationSettings.ENRICH_GROUP));
      List<Discrepancy> differences = new ArrayList<>(counts.differences());
      List<SinkCounts> sinkCounts = new ArrayList<>();
      for (ReconciledSink sink : sinks) {
        SinkCountCheck check = new SinkCountCheck(broker, sink);
        sinkCounts.add(check.counts());
        differences.addAll(check.differences(counts.events()));
      }
      if (deep) {
        differences.addAll(
            new KeyedReconciliation(broker, settings, counts, sinks, sinkCounts).differences());
      }
      return new ReconciliationReport(
          start,
          Duration.between(start, Instant.now()),
          broker.bytesRead(),
          deep,
          counts.letters(),
          counts.events(),
          List.copyOf(sinkCounts),
          List.copyOf(differences));
    }
  }
}
