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
 * Compares letters with outcomes, items with item events, and sinks with the events.
 *
 * <p>The counts come from ledgers that the services keep in the same transactions as what they
 * publish; a deep reconciliation reads the topics and the sinks themselves and compares by key.
 */
public final class Reconciliation {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Settings settings;
  private final List<ReconciledSink> sinks;

  /**
   * @param settings read with {@link ReconciliationSettings#ALL}
   * @param sinks all that are configured and can be looked at
   */
  public Reconciliation(Settings settings, Collection<ReconciledSink> sinks) {
    this.settings = settings.scopedTo(ReconciliationSettings.KAFKA);
    this.sinks = List.copyOf(sinks);
  }

  /**
   * Reconciles by counts. What differs is looked at again before it is told, for the counts are not
   * read in one instant.
   *
   * @param patience how long to wait for letters on their way
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public ReconciliationReport byCounts(Duration patience) {
    return settled(patience, false);
  }

  /**
   * Reconciles by counts and by key; reads all topics and sinks.
   *
   * @param patience how long to wait for letters on their way
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public ReconciliationReport byKey(Duration patience) {
    return settled(patience, true);
  }

  private ReconciliationReport settled(Duration patience, boolean deep) {
    Instant limit = Instant.now().plus(patience);
    ReconciliationReport last = look(false);
    boolean again = !last.isEqual();
    while ((last.isInFlight() || !last.isEqual())
        && (again || Instant.now().isBefore(limit))
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      last = look(false);
      again = false;
    }
    return deep ? look(true) : last;
  }

  private ReconciliationReport look(boolean deep) {
    Instant begin = Instant.now();
    try (CommittedTopicReader broker = new CommittedTopicReader(settings.kafka())) {
      LetterCountCheck counts =
          new LetterCountCheck(
              broker,
              settings.text(ReconciliationSettings.INGEST_GROUP),
              settings.text(ReconciliationSettings.ENRICH_GROUP));
      List<Discrepancy> differences = new ArrayList<>(counts.differences());
      List<SinkCounts> held = new ArrayList<>();
      for (ReconciledSink sink : sinks) {
        SinkCountCheck check = new SinkCountCheck(broker, sink);
        held.add(check.counts());
        differences.addAll(check.differences(counts.events()));
      }
      if (deep) {
        differences.addAll(
            new KeyedReconciliation(broker, settings, counts, sinks, held).differences());
      }
      return new ReconciliationReport(
          begin,
          Duration.between(begin, Instant.now()),
          broker.bytesRead(),
          deep,
          counts.letters(),
          counts.events(),
          List.copyOf(held),
          List.copyOf(differences));
    }
  }
}
