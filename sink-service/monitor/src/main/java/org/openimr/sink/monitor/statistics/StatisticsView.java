package org.openimr.sink.monitor.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.openimr.event.Determination;
import org.openimr.event.OutcomeStatistics;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Topic;

/**
 * What the topology's stores hold now, standbys included.
 *
 * <p>All methods throw {@link org.apache.kafka.streams.errors.InvalidStateStoreException} while
 * partitions are being moved.
 */
public final class StatisticsView {
  private final Stores stores;
  private final Deserializer<Determination> determinations;

  /** Where the stores are. */
  public interface Stores {
    /** The store of a name. */
    <V> ReadOnlyKeyValueStore<String, V> named(String name);
  }

  public StatisticsView(Stores stores, EventSerdes serdes) {
    this.stores = stores;
    this.determinations = serdes.deserializer();
  }

  /** A view of a running topology. */
  public static StatisticsView of(KafkaStreams streams, EventSerdes serdes) {
    return new StatisticsView(
        new Stores() {
          @Override
          public <V> ReadOnlyKeyValueStore<String, V> named(String name) {
            return streams.store(
                StoreQueryParameters.fromNameAndType(
                        name, QueryableStoreTypes.<String, V>keyValueStore())
                    .enableStaleStores());
          }
        },
        serdes);
  }

  /** Sums over all cases. */
  public OutcomeTotals totals() {
    List<OutcomeTotals> rows = new ArrayList<>();
    this.<OutcomeTotals>each(StatisticsTopology.TOTALS, (partition, row) -> rows.add(row));
    return rows.stream().reduce(OutcomeTotals.ZERO, OutcomeTotals::plus);
  }

  /** Dead letters by code. */
  public SortedMap<String, Long> deadLetters() {
    SortedMap<String, Long> counts = new TreeMap<>();
    this.<Long>each(
        StatisticsTopology.DEAD_LETTER_COUNTS,
        (key, count) -> counts.merge(key.substring(key.indexOf('|') + 1), count, Long::sum));
    counts.remove(DeadLetterCounter.ALL);
    return counts;
  }

  /** Counts by category and month. */
  public List<OutcomeStatistics> cells() {
    List<OutcomeStatistics> cells = new ArrayList<>();
    this.<OutcomeStatistics>each(StatisticsTopology.STATISTICS, (key, cell) -> cells.add(cell));
    return cells;
  }

  /** The newest determinations, each case once, newest first. */
  public List<Determination> newest(int most) {
    List<NewestCase> rows = new ArrayList<>();
    this.<NewestCase>each(StatisticsTopology.NEWEST, (slot, row) -> rows.add(row));
    return rows.stream()
        .sorted(Comparator.comparingLong(NewestCase::receivedAt).reversed())
        .map(NewestCase::caseKey)
        .distinct()
        .map(this::newestRevision)
        .flatMap(Optional::stream)
        .limit(most)
        .toList();
  }

  /** The newest dead letters, newest first. */
  public List<DeadLetterRow> newestDeadLetters(int most) {
    List<DeadLetterRow> rows = new ArrayList<>();
    this.<DeadLetterRow>each(StatisticsTopology.NEWEST_DEAD_LETTERS, (slot, row) -> rows.add(row));
    return rows.stream()
        .sorted(Comparator.comparingLong(DeadLetterRow::receivedAt).reversed())
        .limit(most)
        .toList();
  }

  /** Keys of cases that begin with what was typed, in their order. */
  public List<String> caseKeys(String beginning, int most) {
    ReadOnlyKeyValueStore<String, CountedCase> cases = stores.named(StatisticsTopology.CASES);
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, CountedCase> found =
        cases.prefixScan(beginning, new StringSerializer())) {
      while (found.hasNext() && keys.size() < most) {
        keys.add(found.next().key);
      }
    }
    return keys.stream().sorted().toList();
  }

  /** The newest revision of a case; empty for a case that is not known. */
  public Optional<Determination> newestRevision(String caseKey) {
    ReadOnlyKeyValueStore<String, CountedCase> cases = stores.named(StatisticsTopology.CASES);
    return Optional.ofNullable(cases.get(caseKey))
        .flatMap(counted -> revision(caseKey, counted.revision()));
  }

  /** A revision of a case. */
  public Optional<Determination> revision(String caseKey, int revision) {
    ReadOnlyKeyValueStore<String, byte[]> revisions = stores.named(StatisticsTopology.REVISIONS);
    return Optional.ofNullable(revisions.get(RevisionKey.of(caseKey, revision))).map(this::decoded);
  }

  /** All revisions of a case, the first first. */
  public List<Determination> revisions(String caseKey) {
    ReadOnlyKeyValueStore<String, byte[]> revisions = stores.named(StatisticsTopology.REVISIONS);
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

  private <V> void each(String store, BiConsumer<String, V> row) {
    try (KeyValueIterator<String, V> all = stores.<V>named(store).all()) {
      all.forEachRemaining(entry -> row.accept(entry.key, entry.value));
    }
  }
}
