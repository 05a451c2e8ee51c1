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
import org.openimr.sink.monitor.statistics.WarningCounter;

/**
 * Typed queries of the stores of the topology, including standby copies.
 *
 * <p>All methods throw {@link org.apache.kafka.streams.errors.InvalidStateStoreException} while
 * partitions are being reassigned and no copy can serve them.
 */
public final class StatisticsView {
  private final StatisticsStores stores;
  private final Deserializer<Determination> determinations;
  private volatile boolean fromStandby;

  public StatisticsView(StatisticsStores stores, EventSerdes serdes) {
    this(stores, serdes.<Determination>deserializer());
  }

  private StatisticsView(StatisticsStores stores, Deserializer<Determination> determinations) {
    this.stores = stores;
    this.determinations = determinations;
  }

  /** Creates a view for one request, which tracks whether standby copies were read. */
  public StatisticsView snapshot() {
    return new StatisticsView(stores, determinations);
  }

  /** Whether any result so far was from a standby copy, which may lag. */
  public boolean isFromStandby() {
    return fromStandby;
  }

  /** The underlying stores. */
  public StatisticsStores stores() {
    return stores;
  }

  /** Totals over all cases. */
  public OutcomeTotals totals() {
    return rows(QueryableStore.TOTALS).stream()
        .map(StatisticsStores.Row::value)
        .reduce(OutcomeTotals.ZERO, OutcomeTotals::plus);
  }

  /** Number of dead letters by code. */
  public SortedMap<String, Long> deadLetters() {
    SortedMap<String, Long> counts = countsByCode(QueryableStore.DEAD_LETTER_COUNTS);
    counts.remove(DeadLetterCountProcessor.ALL);
    return counts;
  }

  /**
   * Number of cases by code of the warnings in their newest revision; {@link WarningCounter#ANY} is
   * the number of cases with a warning.
   */
  public SortedMap<String, Long> warnings() {
    return countsByCode(QueryableStore.WARNING_COUNTS);
  }

  private SortedMap<String, Long> countsByCode(QueryableStore<Long> store) {
    SortedMap<String, Long> counts = new TreeMap<>();
    rows(store)
        .forEach(
            row ->
                counts.merge(
                    row.key().substring(row.key().indexOf('|') + 1), row.value(), Long::sum));
    return counts;
  }

  /** Number of dead letters that operators have replayed or discarded, by code. */
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
   * Returns the newest determinations, one per case, newest first.
   *
   * @param limit maximum number of results
   * @param lookup finds a case by its key; empty for a removed case
   */
  public <T> List<T> newest(int limit, Function<String, Optional<T>> lookup) {
    return rows(QueryableStore.NEWEST).stream()
        .map(StatisticsStores.Row::value)
        .sorted(Comparator.comparingLong(RecentCase::receivedAt).reversed())
        .map(RecentCase::caseKey)
        .distinct()
        .map(lookup)
        .flatMap(Optional::stream)
        .limit(limit)
        .toList();
  }

  /** The newest dead letters, newest first. */
  public List<DeadLetterSummary> newestDeadLetters(int limit) {
    return rows(QueryableStore.NEWEST_DEAD_LETTERS).stream()
        .map(StatisticsStores.Row::value)
        .sorted(Comparator.comparingLong(DeadLetterSummary::receivedAt).reversed())
        .limit(limit)
        .toList();
  }

  /** Returns the sorted case keys with a prefix. */
  public List<String> caseKeys(String prefix, int limit) {
    return trackStandby(stores.rows(QueryableStore.CASES, prefix, limit)).stream()
        .map(StatisticsStores.Row::key)
        .sorted()
        .limit(limit)
        .toList();
  }

  /** The newest revision of a case on this instance; empty for an unknown case. */
  public Optional<Determination> newestRevision(String caseKey) {
    ReadOnlyKeyValueStore<String, CountedCase> cases =
        localStore(StatisticsTopology.CASES, caseKey);
    return Optional.ofNullable(cases.get(caseKey))
        .flatMap(counted -> revision(caseKey, counted.revision()));
  }

  /** A revision of a case on this instance; empty if it is unknown. */
  public Optional<Determination> revision(String caseKey, int revision) {
    ReadOnlyKeyValueStore<String, byte[]> revisions =
        localStore(StatisticsTopology.REVISIONS, caseKey);
    return Optional.ofNullable(revisions.get(RevisionKey.of(caseKey, revision))).map(this::decode);
  }

  /** All revisions of a case on this instance, oldest first. */
  public List<Determination> revisions(String caseKey) {
    ReadOnlyKeyValueStore<String, byte[]> revisions =
        localStore(StatisticsTopology.REVISIONS, caseKey);
    List<Determination> all = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> found =
        revisions.range(RevisionKey.first(caseKey), RevisionKey.last(caseKey))) {
      found.forEachRemaining(revision -> all.add(decode(revision.value)));
    }
    return all;
  }

  private Determination decode(byte[] bytes) {
    return determinations.deserialize(Topic.DETERMINATIONS.topicName(), bytes);
  }

  private <V> List<StatisticsStores.Row<V>> rows(QueryableStore<V> store) {
    return trackStandby(stores.rows(store, "", Integer.MAX_VALUE));
  }

  private <V> List<StatisticsStores.Row<V>> trackStandby(StatisticsStores.FoundRows<V> found) {
    fromStandby |= found.isStandby();
    return found.rows();
  }

  private <V> ReadOnlyKeyValueStore<String, V> localStore(String store, String caseKey) {
    StatisticsStores.HeldStore<V> held = stores.localStore(store, caseKey);
    fromStandby |= held.isStandby();
    return held.store();
  }
}
