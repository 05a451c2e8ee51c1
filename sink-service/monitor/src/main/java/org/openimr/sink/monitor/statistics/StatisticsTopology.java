package org.openimr.sink.monitor.statistics;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.openimr.event.OutcomeStatistics;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.topic.Topic;

/**
 * The topology of the monitor: aggregates determinations to outcome statistics and counts dead
 * letters. The page reads its stores.
 */
public final class StatisticsTopology {
  /** Counted contribution of each case, by case key. */
  public static final String CASES = "cases";

  /** All revisions as published, by case key and revision. */
  public static final String REVISIONS = "revisions";

  /** Totals, one row per partition. */
  public static final String TOTALS = "totals";

  /** The newest determinations, {@value #MAX_NEWEST} per partition. */
  public static final String NEWEST = "newest";

  /** Counts by category and month, as published. */
  public static final String STATISTICS = "statistics";

  /** Codes of the warnings of each case that has any, comma-separated, by case key. */
  public static final String WARNING_CODES = "warning-codes";

  /** Counts of cases by partition and warning code; {@code *} is the number of warned cases. */
  public static final String WARNING_COUNTS = "warning-counts";

  /** Counts of dead letters by partition and code; {@code *} is the sum over all codes. */
  public static final String DEAD_LETTER_COUNTS = "dead-letter-counts";

  /** The newest dead letters, {@value #MAX_NEWEST} per partition. */
  public static final String NEWEST_DEAD_LETTERS = "newest-dead-letters";

  /**
   * Codes of dead letters that operators have replayed or discarded, by position of the dead
   * letter.
   */
  public static final String RESOLVED = "settled-dead-letters";

  static final int MAX_NEWEST = 50;

  private StatisticsTopology() {}

  /**
   * Builds the topology.
   *
   * @param registry settings of the registry client
   */
  public static Topology of(Map<String, ?> registry) {
    EventSerdes serdes = EventSerdes.of(registry);
    StreamsBuilder builder = new StreamsBuilder();
    countCases(builder, serdes);
    countDeadLetters(builder);
    storeSettlements(builder);
    return builder.build(new Properties());
  }

  private static void countCases(StreamsBuilder builder, EventSerdes serdes) {
    KStream<String, OutcomeStatistics> changes =
        builder.stream(
                Topic.DETERMINATIONS.topicName(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("determinations"))
            .process(caseCounter(serdes), Named.as("count-case"));
    changes
        .groupByKey(Grouped.with("cells", Serdes.String(), StatisticsSerdes.counts()))
        .aggregate(
            () -> null,
            (cell, change, sum) -> sum(sum, change),
            Named.as("add-up"),
            Materialized.<String, OutcomeStatistics, KeyValueStore<Bytes, byte[]>>as(STATISTICS)
                .withKeySerde(Serdes.String())
                .withValueSerde(StatisticsSerdes.counts()))
        .toStream(Named.as("counted"))
        .to(
            Topic.OUTCOME_STATISTICS.topicName(),
            Produced.with(Serdes.String(), serdes.<OutcomeStatistics>serde())
                .withName("outcome-statistics"));
  }

  private static void countDeadLetters(StreamsBuilder builder) {
    builder.stream(
            Topic.DEAD_LETTER_HEADS.topicName(),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("dead-letters"))
        .process(
            supplier(
                DeadLetterCountProcessor::new,
                cachedStore(Stores.inMemoryKeyValueStore(DEAD_LETTER_COUNTS), Serdes.Long()),
                cachedStore(
                    Stores.inMemoryKeyValueStore(NEWEST_DEAD_LETTERS),
                    StatisticsSerdes.json(DeadLetterSummary.class))),
            Named.as("count-dead-letter"));
  }

  private static void storeSettlements(StreamsBuilder builder) {
    builder.stream(
            Topic.DEAD_LETTERS_SETTLED.topicName(),
            Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("settled"))
        .process(
            supplier(
                ResolutionProcessor::new,
                cachedStore(Stores.inMemoryKeyValueStore(RESOLVED), Serdes.String())),
            Named.as("record-settlement"));
  }

  /** Returns null for zero counts, which deletes the row and publishes a tombstone. */
  private static @Nullable OutcomeStatistics sum(
      @Nullable OutcomeStatistics sum, OutcomeStatistics change) {
    OutcomeStatistics now = sum == null ? change : OutcomeStatisticsArithmetic.add(sum, change);
    return OutcomeStatisticsArithmetic.isZero(now) ? null : now;
  }

  private static ProcessorSupplier<String, byte[], String, OutcomeStatistics> caseCounter(
      EventSerdes serdes) {
    return supplier(
        () -> new CaseStatisticsProcessor(serdes.deserializer()),
        uncachedStore(CASES, CountedCase.serde()),
        uncachedStore(REVISIONS, Serdes.ByteArray()),
        cachedStore(
            Stores.inMemoryKeyValueStore(TOTALS), StatisticsSerdes.json(OutcomeTotals.class)),
        cachedStore(Stores.inMemoryKeyValueStore(NEWEST), StatisticsSerdes.json(RecentCase.class)),
        uncachedStore(WARNING_CODES, Serdes.String()),
        cachedStore(Stores.inMemoryKeyValueStore(WARNING_COUNTS), Serdes.Long()));
  }

  /**
   * A store whose rows are written once or twice each. Caching is disabled because Kafka Streams
   * keeps the source record of a cached row, about 10 KB per determination, and a replay would fill
   * the heap.
   */
  private static <V> StoreBuilder<KeyValueStore<String, V>> uncachedStore(
      String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withCachingDisabled();
  }

  /** A store with few rows that are updated by each record. */
  private static <V> StoreBuilder<KeyValueStore<String, V>> cachedStore(
      KeyValueBytesStoreSupplier kind, Serde<V> values) {
    return Stores.keyValueStoreBuilder(kind, Serdes.String(), values).withCachingEnabled();
  }

  private static <K, V, L, W> ProcessorSupplier<K, V, L, W> supplier(
      java.util.function.Supplier<Processor<K, V, L, W>> processor, StoreBuilder<?>... stores) {
    Set<StoreBuilder<?>> all = Set.of(stores);
    return new ProcessorSupplier<>() {
      @Override
      public Processor<K, V, L, W> get() {
        return processor.get();
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return all;
      }
    };
  }

  /** Key of the n-th row of a partition in a ring buffer of the newest rows. */
  static String slot(String partition, long n) {
    return partition + "|" + n % MAX_NEWEST;
  }
}
