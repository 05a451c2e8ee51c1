package org.openimr.sink.monitor.statistics;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.openimr.event.OutcomeStatistics;
import org.openimr.schemas.Topic;

/**
 * A store whose rows instances show to each other: none holds clinical text.
 *
 * @param name of the store
 * @param input how the name of the topic ends whose partitions the store has
 * @param values serde of its values
 */
public record SharedStore<V>(String name, String input, Serde<V> values) {
  static final SharedStore<OutcomeTotals> TOTALS =
      ofCases(StatisticsTopology.TOTALS, StatisticsSerdes.json(OutcomeTotals.class));
  static final SharedStore<NewestCase> NEWEST =
      ofCases(StatisticsTopology.NEWEST, StatisticsSerdes.json(NewestCase.class));
  static final SharedStore<CountedCase> CASES =
      ofCases(StatisticsTopology.CASES, CountedCase.serde());
  static final SharedStore<OutcomeStatistics> STATISTICS =
      new SharedStore<>(
          StatisticsTopology.STATISTICS, "-cells-repartition", StatisticsSerdes.counts());
  static final SharedStore<Long> DEAD_LETTER_COUNTS =
      ofDeadLetters(StatisticsTopology.DEAD_LETTER_COUNTS, Serdes.Long());
  static final SharedStore<DeadLetterRow> NEWEST_DEAD_LETTERS =
      ofDeadLetters(
          StatisticsTopology.NEWEST_DEAD_LETTERS, StatisticsSerdes.json(DeadLetterRow.class));

  static final SharedStore<String> SETTLED =
      new SharedStore<>(
          StatisticsTopology.SETTLED, Topic.DEAD_LETTERS_SETTLED.topicName(), Serdes.String());

  private static final List<SharedStore<?>> ALL =
      List.of(TOTALS, NEWEST, CASES, STATISTICS, DEAD_LETTER_COUNTS, NEWEST_DEAD_LETTERS, SETTLED);

  /** The one of a name; empty for a store that is not shared. */
  public static Optional<SharedStore<?>> named(String name) {
    return ALL.stream().filter(store -> store.name().equals(name)).findFirst();
  }

  private static <V> SharedStore<V> ofCases(String name, Serde<V> values) {
    return new SharedStore<>(name, Topic.DETERMINATIONS.topicName(), values);
  }

  private static <V> SharedStore<V> ofDeadLetters(String name, Serde<V> values) {
    return new SharedStore<>(name, Topic.DEAD_LETTER_HEADS.topicName(), values);
  }
}
