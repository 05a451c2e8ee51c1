package org.openimr.sink.monitor.store;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.openimr.event.OutcomeStatistics;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.monitor.statistics.CountedCase;
import org.openimr.sink.monitor.statistics.DeadLetterSummary;
import org.openimr.sink.monitor.statistics.OutcomeTotals;
import org.openimr.sink.monitor.statistics.RecentCase;
import org.openimr.sink.monitor.statistics.StatisticsSerdes;
import org.openimr.sink.monitor.statistics.StatisticsTopology;

/**
 * A store that instances may read from each other. None of these stores contains clinical text.
 *
 * @param name name of the store
 * @param inputTopicSuffix suffix of the name of the topic that determines the partitions of the
 *     store
 * @param values serde of the values
 */
public record QueryableStore<V>(String name, String inputTopicSuffix, Serde<V> values) {
  static final QueryableStore<OutcomeTotals> TOTALS =
      ofCases(StatisticsTopology.TOTALS, StatisticsSerdes.json(OutcomeTotals.class));
  static final QueryableStore<RecentCase> NEWEST =
      ofCases(StatisticsTopology.NEWEST, StatisticsSerdes.json(RecentCase.class));
  static final QueryableStore<CountedCase> CASES =
      ofCases(StatisticsTopology.CASES, CountedCase.serde());
  static final QueryableStore<Long> WARNING_COUNTS =
      ofCases(StatisticsTopology.WARNING_COUNTS, Serdes.Long());
  static final QueryableStore<OutcomeStatistics> STATISTICS =
      new QueryableStore<>(
          StatisticsTopology.STATISTICS, "-cells-repartition", StatisticsSerdes.counts());
  static final QueryableStore<Long> DEAD_LETTER_COUNTS =
      ofDeadLetters(StatisticsTopology.DEAD_LETTER_COUNTS, Serdes.Long());
  static final QueryableStore<DeadLetterSummary> NEWEST_DEAD_LETTERS =
      ofDeadLetters(
          StatisticsTopology.NEWEST_DEAD_LETTERS, StatisticsSerdes.json(DeadLetterSummary.class));

  static final QueryableStore<String> RESOLVED =
      new QueryableStore<>(
          StatisticsTopology.RESOLVED, Topic.DEAD_LETTERS_SETTLED.topicName(), Serdes.String());

  private static final List<QueryableStore<?>> ALL =
      List.of(
          TOTALS,
          NEWEST,
          CASES,
          WARNING_COUNTS,
          STATISTICS,
          DEAD_LETTER_COUNTS,
          NEWEST_DEAD_LETTERS,
          RESOLVED);

  /** Returns the store with a name; empty for a store that instances do not share. */
  public static Optional<QueryableStore<?>> byName(String name) {
    return ALL.stream().filter(store -> store.name().equals(name)).findFirst();
  }

  private static <V> QueryableStore<V> ofCases(String name, Serde<V> values) {
    return new QueryableStore<>(name, Topic.DETERMINATIONS.topicName(), values);
  }

  private static <V> QueryableStore<V> ofDeadLetters(String name, Serde<V> values) {
    return new QueryableStore<>(name, Topic.DEAD_LETTER_HEADS.topicName(), values);
  }
}
