package org.openimr.sink.monitor.statistics;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.event.Determination;
import org.openimr.event.OutcomeStatistics;
import org.openimr.schemas.Topic;

/**
 * Keeps each case with its revisions and forwards what changes in the statistics: the counts of a
 * new revision less those of the one that it replaces. A tombstone takes all of a case away.
 */
final class CaseCounter implements Processor<String, byte[], String, OutcomeStatistics> {
  private final Deserializer<Determination> determinations;
  private ProcessorContext<String, OutcomeStatistics> context;
  private KeyValueStore<String, CountedCase> cases;
  private KeyValueStore<String, byte[]> revisions;
  private KeyValueStore<String, OutcomeTotals> totals;
  private KeyValueStore<String, NewestCase> newest;

  CaseCounter(Deserializer<Determination> determinations) {
    this.determinations = determinations;
  }

  @Override
  public void init(ProcessorContext<String, OutcomeStatistics> context) {
    this.context = context;
    this.cases = context.getStateStore(StatisticsTopology.CASES);
    this.revisions = context.getStateStore(StatisticsTopology.REVISIONS);
    this.totals = context.getStateStore(StatisticsTopology.TOTALS);
    this.newest = context.getStateStore(StatisticsTopology.NEWEST);
  }

  @Override
  public void process(Record<String, byte[]> published) {
    CountedCase known = cases.get(published.key());
    CountedCase before = known == null ? CountedCase.NONE : known;
    if (published.value() == null) {
      withdraw(published, before);
    } else {
      Determination determination =
          determinations.deserialize(Topic.DETERMINATIONS.topicName(), published.value());
      replace(published, determination, before);
    }
  }

  private void replace(
      Record<String, byte[]> published, Determination determination, CountedCase before) {
    CountedCase after =
        new CountedCase(determination.getRevision(), Contribution.of(determination));
    cases.put(published.key(), after);
    revisions.put(RevisionKey.of(published.key(), determination.getRevision()), published.value());
    OutcomeTotals now =
        totals()
            .minus(before.totals())
            .plus(after.totals())
            .plus(new OutcomeTotals(1, before.revision() == 0 ? 1 : 0, 0, 0, 0));
    totals.put(partition(), now);
    newest.put(
        StatisticsTopology.slot(partition(), now.determinations()),
        new NewestCase(published.key(), determination.getRevision(), published.timestamp()));
    forward(published, Contribution.change(before.counts(), after.counts()));
  }

  private void withdraw(Record<String, byte[]> published, CountedCase before) {
    if (before.revision() == 0) {
      return;
    }
    cases.delete(published.key());
    try (KeyValueIterator<String, byte[]> all =
        revisions.range(RevisionKey.first(published.key()), RevisionKey.last(published.key()))) {
      all.forEachRemaining(revision -> revisions.delete(revision.key));
    }
    totals.put(
        partition(), totals().minus(before.totals()).plus(new OutcomeTotals(0, -1, 0, 0, 0)));
    forward(published, Contribution.change(before.counts(), Map.of()));
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
