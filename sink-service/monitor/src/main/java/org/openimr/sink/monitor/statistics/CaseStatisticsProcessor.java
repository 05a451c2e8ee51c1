package org.openimr.sink.monitor.statistics;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.event.Determination;
import org.openimr.event.OutcomeStatistics;
import org.openimr.schemas.registry.Outages;
import org.openimr.schemas.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores each case with its revisions, counts its warnings and forwards changes of the statistics:
 * the counts of a new revision minus those of the revision that it replaces. A tombstone removes a
 * case. Records that are not determinations are skipped, counted and logged with their position.
 */
final class CaseStatisticsProcessor
    implements Processor<String, byte[], String, OutcomeStatistics> {
  private static final Logger LOG = LoggerFactory.getLogger(CaseStatisticsProcessor.class);

  private final Deserializer<Determination> determinations;
  private ProcessorContext<String, OutcomeStatistics> context;
  private KeyValueStore<String, CountedCase> cases;
  private KeyValueStore<String, byte[]> revisions;
  private KeyValueStore<String, OutcomeTotals> totals;
  private KeyValueStore<String, RecentCase> newest;
  private WarningCounter warnings;
  private Sensor skipped;

  CaseStatisticsProcessor(Deserializer<Determination> determinations) {
    this.determinations = determinations;
  }

  @Override
  public void init(ProcessorContext<String, OutcomeStatistics> context) {
    this.context = context;
    this.cases = context.getStateStore(StatisticsTopology.CASES);
    this.revisions = context.getStateStore(StatisticsTopology.REVISIONS);
    this.totals = context.getStateStore(StatisticsTopology.TOTALS);
    this.newest = context.getStateStore(StatisticsTopology.NEWEST);
    this.warnings = new WarningCounter(context);
    this.skipped =
        context
            .metrics()
            .addRateTotalSensor("statistics", partition(), "skipped", Sensor.RecordingLevel.INFO);
  }

  @Override
  public void process(Record<String, byte[]> published) {
    if (published.key() == null) {
      skip("it has no key");
      return;
    }
    CountedCase stored = cases.get(published.key());
    CountedCase before = stored == null ? CountedCase.NONE : stored;
    if (published.value() == null) {
      remove(published, before);
    } else {
      decode(published.value())
          .ifPresentOrElse(
              determination -> replace(published, determination, before),
              () -> skip("it is not a determination"));
    }
  }

  /**
   * Empty if the value is not a determination; a registry outage is thrown, so that it is retried.
   */
  private Optional<Determination> decode(byte[] value) {
    try {
      return Optional.of(determinations.deserialize(Topic.DETERMINATIONS.topicName(), value));
    } catch (SerializationException | ClassCastException e) {
      if (Outages.isOutage(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private void skip(String reason) {
    skipped.record();
    context
        .recordMetadata()
        .ifPresent(
            position ->
                LOG.warn(
                    "skipped {}-{} offset {}: {}",
                    position.topic(),
                    position.partition(),
                    position.offset(),
                    reason));
  }

  private void replace(
      Record<String, byte[]> published, Determination determination, CountedCase before) {
    CountedCase after =
        new CountedCase(determination.getRevision(), StatisticsContribution.of(determination));
    cases.put(published.key(), after);
    revisions.put(RevisionKey.of(published.key(), determination.getRevision()), published.value());
    OutcomeTotals now =
        totals()
            .minus(before.totals())
            .plus(after.totals())
            .plus(new OutcomeTotals(1, before.revision() == 0 ? 1 : 0, 0, 0, 0));
    totals.put(partition(), now);
    warnings.replace(published.key(), determination);
    newest.put(
        StatisticsTopology.slot(partition(), now.determinations()),
        new RecentCase(published.key(), determination.getRevision(), published.timestamp()));
    forward(published, StatisticsContribution.difference(before.counts(), after.counts()));
  }

  private void remove(Record<String, byte[]> published, CountedCase before) {
    if (before.revision() == 0) {
      return;
    }
    cases.delete(published.key());
    warnings.remove(published.key());
    try (KeyValueIterator<String, byte[]> all =
        revisions.range(RevisionKey.first(published.key()), RevisionKey.last(published.key()))) {
      all.forEachRemaining(revision -> revisions.delete(revision.key));
    }
    totals.put(
        partition(), totals().minus(before.totals()).plus(new OutcomeTotals(0, -1, 0, 0, 0)));
    forward(published, StatisticsContribution.difference(before.counts(), Map.of()));
  }

  private void forward(Record<String, byte[]> published, Map<String, OutcomeStatistics> change) {
    change.forEach(
        (cell, counts) -> context.forward(new Record<>(cell, counts, published.timestamp())));
  }

  private OutcomeTotals totals() {
    OutcomeTotals sum = totals.get(partition());
    return sum == null ? OutcomeTotals.ZERO : sum;
  }

  private String partition() {
    return Integer.toString(context.taskId().partition());
  }
}
