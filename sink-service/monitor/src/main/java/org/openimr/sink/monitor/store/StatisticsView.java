package org.openimr.sink.monitor.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.openimr.event.Determination;
import org.openimr.event.OutcomeStatistics;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.monitor.statistics.CountedCase;
import org.openimr.sink.monitor.statistics.DeadLetterCountProcessor;
import org.openimr.sink.monitor.statistics.DeadLetterSummary;
import org.openimr.sink.monitor.statistics.OutcomeTotals;
import org.openimr.sink.monitor.statistics.RecentCase;
import org.openimr.sink.monitor.statistics.RevisionKey;
import org.openimr.sink.monitor.statistics.StatisticsTopology;

/**
 * What the topology's stores hold now, standbys included.
 *
 * <p>All methods throw {@link org.apache.kafka.streams.errors.InvalidStateStoreException} while
 * partitions are being moved and no copy of them serves.
 */
public final class StatisticsView {
  private final StatisticsStores stores;
  private final Deserializer<Determination> determinations;
  private volatile boolean fromStandby;

  public StatisticsView(StatisticsStores source, EventSerdes serdes) {
    this(source, serdes.<Determination>deserializer());
  }

  private StatisticsView(StatisticsStores source, Deserializer<Determination> determinations) {
    this.stores = source;
    this.determinations = determinations;
  }

  /** A view of its own, that says afterwards whether copies answered it. */
  public StatisticsView snapshot() {
    return new StatisticsView(stores, determinations);
  }

  /** Whether any answer so far was of a copy, which may be behind. */
  public boolean isFromStandby() {
    return fromStandby;
  }

  /** Where the stores are. */
  public StatisticsStores stores() {
    return stores;
  }

  /** Sums over all cases. */
  public OutcomeTotals totals() {
    return rows(QueryableStore.TOTALS).stream()
        .map(StatisticsStores.Row::value)
        .reduce(OutcomeTotals.ZERO, OutcomeTotals::plus);
  }

  /** Dead letters by code. */
  public SortedMap<String, Long> deadLetters() {
    SortedMap<String, Long> counts = new TreeMap<>();
    rows(QueryableStore.DEAD_LETTER_COUNTS)
        .forEach(
            row ->
                counts.merge(
                    row.key().substring(row.key().indexOf('|') + 1), row.value(), Long::sum));
    counts.remove(DeadLetterCountProcessor.ALL);
    return counts;
  }

  /** Dead letters that operators have replayed or discarded, by code. */
  public SortedMap<String, Long> resolved() {
    SortedMap<String, Long> counts = new TreeMap<>();
    rows(QueryableStore.RESOLVED).forEach(row -> counts.merge(row.value(), 1L, Long::sum));
    return counts;
  }

  /** Counts by category and month. */
  public List<OutcomeStatistics> cells() {
    return rows(QueryableStore.STATISTICS).stream().map(StatisticsStores.Row::value).toList();
  }

  /**
   * The newest determinations, each case once, newest first.
   *
   * @param found what there is of a case key; empty for a case that was withdrawn
   */
  public <T> List<T> newest(int most, Function<String, Optional<T>> found) {
    return rows(QueryableStore.NEWEST).stream()
        .map(StatisticsStores.Row::value)
        .sorted(Comparator.comparingLong(RecentCase::receivedAt).reversed())
        .map(RecentCase::caseKey)
        .distinct()
        .map(found)
        .flatMap(Optional::stream)
        .limit(most)
        .toList();
  }

  /** The newest dead letters, newest first. */
  public List<DeadLetterSummary> newestDeadLetters(int most) {
    return rows(QueryableStore.NEWEST_DEAD_LETTERS).stream()
        .map(StatisticsStores.Row::value)
        .sorted(Comparator.comparingLong(DeadLetterSummary::receivedAt).reversed())
        .limit(most)
        .toList();
  }

  /** Keys of cases that begin with what was typed, in their order. */
  public List<String> caseKeys(String beginning, int most) {
    return noted(stores.rows(QueryableStore.CASES, beginning, most)).stream()
        .map(StatisticsStores.Row::key)
        .sorted()
        .limit(most)
        .toList();
  }

  /** The newest revision of a case that is here; empty for a case that is not known. */
  public Optional<Determination> newestRevision(String caseKey) {
    ReadOnlyKeyValueStore<String, CountedCase> cases = here(StatisticsTopology.CASES, caseKey);
    return Optional.ofNullable(cases.get(caseKey))
        .flatMap(counted -> revision(caseKey, counted.revision()));
  }

  /** A revision of a case that is here. */
  public Optional<Determination> revision(String caseKey, int revision) {
    ReadOnlyKeyValueStore<String, byte[]> revisions = here(StatisticsTopology.REVISIONS, caseKey);
    return Optional.ofNullable(revisions.get(RevisionKey.of(caseKey, revision))).map(this::decoded);
  }

  /** All revisions of a case that is here, the first first. */
  public List<Determination> revisions(String caseKey) {
    ReadOnlyKeyValueStore<String, byte[]> revisions = here(StatisticsTopology.REVISIONS, caseKey);
    List<Determination> all = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> found =
        revisions.range(RevisionKey.first(caseKey), RevisionKey.last(caseKey))) {
      found.forEachRemaining(revision -> all.add(decoded(revision.value)));
    }
    return all;
  }

  private Determination decoded(byte[] bytes) {
    return determinations.deserialize(Topic.DETERMINATIONS.topicName(), bytes);
  }

  private <V> List<StatisticsStores.Row<V>> rows(QueryableStore<V> store) {
    return noted(stores.rows(store, "", Integer.MAX_VALUE));
  }

  private <V> List<StatisticsStores.Row<V>> noted(StatisticsStores.FoundRows<V> found) {
    fromStandby |= found.isStandby();
    return found.rows();
  }

  private <V> ReadOnlyKeyValueStore<String, V> here(String store, String caseKey) {
    StatisticsStores.HeldStore<V> held = stores.localStore(store, caseKey);
    fromStandby |= held.isStandby();
    return held.store();
  }
}
