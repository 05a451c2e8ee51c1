package org.openimr.sink.monitor.statistics;

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
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Topic;

/**
 * What the topology's stores hold now, standbys included.
 *
 * <p>All methods throw {@link org.apache.kafka.streams.errors.InvalidStateStoreException} while
 * partitions are being moved and no copy of them serves.
 */
public final class StatisticsView {
  private final StoreSource source;
  private final Deserializer<Determination> determinations;
  private volatile boolean fromStandby;

  public StatisticsView(StoreSource source, EventSerdes serdes) {
    this(source, serdes.<Determination>deserializer());
  }

  private StatisticsView(StoreSource source, Deserializer<Determination> determinations) {
    this.source = source;
    this.determinations = determinations;
  }

  /** A view of its own, that says afterwards whether copies answered it. */
  public StatisticsView look() {
    return new StatisticsView(source, determinations);
  }

  /** Whether any answer so far was of a copy, which may be behind. */
  public boolean isFromStandby() {
    return fromStandby;
  }

  /** Where the stores are. */
  public StoreSource source() {
    return source;
  }

  /** Sums over all cases. */
  public OutcomeTotals totals() {
    return rows(SharedStore.TOTALS).stream()
        .map(StoreSource.Row::value)
        .reduce(OutcomeTotals.ZERO, OutcomeTotals::plus);
  }

  /** Dead letters by code. */
  public SortedMap<String, Long> deadLetters() {
    SortedMap<String, Long> counts = new TreeMap<>();
    rows(SharedStore.DEAD_LETTER_COUNTS)
        .forEach(
            row ->
                counts.merge(
                    row.key().substring(row.key().indexOf('|') + 1), row.value(), Long::sum));
    counts.remove(DeadLetterCounter.ALL);
    return counts;
  }

  /** Dead letters that operators have replayed or discarded, by code. */
  public SortedMap<String, Long> settled() {
    SortedMap<String, Long> counts = new TreeMap<>();
    rows(SharedStore.SETTLED).forEach(row -> counts.merge(row.value(), 1L, Long::sum));
    return counts;
  }

  /** Counts by category and month. */
  public List<OutcomeStatistics> cells() {
    return rows(SharedStore.STATISTICS).stream().map(StoreSource.Row::value).toList();
  }

  /**
   * The newest determinations, each case once, newest first.
   *
   * @param found what there is of a case key; empty for a case that was withdrawn
   */
  public <T> List<T> newest(int most, Function<String, Optional<T>> found) {
    return rows(SharedStore.NEWEST).stream()
        .map(StoreSource.Row::value)
        .sorted(Comparator.comparingLong(NewestCase::receivedAt).reversed())
        .map(NewestCase::caseKey)
        .distinct()
        .map(found)
        .flatMap(Optional::stream)
        .limit(most)
        .toList();
  }

  /** The newest dead letters, newest first. */
  public List<DeadLetterRow> newestDeadLetters(int most) {
    return rows(SharedStore.NEWEST_DEAD_LETTERS).stream()
        .map(StoreSource.Row::value)
        .sorted(Comparator.comparingLong(DeadLetterRow::receivedAt).reversed())
        .limit(most)
        .toList();
  }

  /** Keys of cases that begin with what was typed, in their order. */
  public List<String> caseKeys(String beginning, int most) {
    return noted(source.rows(SharedStore.CASES, beginning, most)).stream()
        .map(StoreSource.Row::key)
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

  private <V> List<StoreSource.Row<V>> rows(SharedStore<V> store) {
    return noted(source.rows(store, "", Integer.MAX_VALUE));
  }

  private <V> List<StoreSource.Row<V>> noted(StoreSource.Found<V> found) {
    fromStandby |= found.isStandby();
    return found.rows();
  }

  private <V> ReadOnlyKeyValueStore<String, V> here(String store, String caseKey) {
    StoreSource.Held<V> held = source.here(store, caseKey);
    fromStandby |= held.isStandby();
    return held.store();
  }
}
