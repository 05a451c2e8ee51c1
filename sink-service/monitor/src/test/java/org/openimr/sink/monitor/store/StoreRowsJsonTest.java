package org.openimr.sink.monitor.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.event.OutcomeStatistics;
import org.openimr.sink.monitor.statistics.CountedCase;
import org.openimr.sink.monitor.statistics.DeadLetterSummary;
import org.openimr.sink.monitor.statistics.RecentCase;
import org.openimr.sink.monitor.store.LocalStores.PartitionRows;
import org.openimr.sink.monitor.store.StatisticsStores.Row;

class StoreRowsJsonTest {

  @Test
  void keepsKeysValuesAndStandbyFlag() throws Exception {
    List<PartitionRows<Long>> rows =
        List.of(
            new PartitionRows<>(0, false, List.of(new Row<>("0|A", 3L), new Row<>("0|*", 3L))),
            new PartitionRows<>(1, true, List.of()));

    assertThat(roundTrip(QueryableStore.DEAD_LETTER_COUNTS, rows)).isEqualTo(rows);
  }

  @Test
  void keepsRecordsAndCountedCases() throws Exception {
    List<PartitionRows<RecentCase>> recent =
        List.of(
            new PartitionRows<>(2, false, List.of(new Row<>("2|0", new RecentCase("a", 1, 5)))));
    List<PartitionRows<DeadLetterSummary>> deadLetters =
        List.of(
            new PartitionRows<>(
                0,
                false,
                List.of(
                    new Row<>(
                        "0|0",
                        new DeadLetterSummary("A", "ingest", "", "x", "t", "3", "42", 1, 5)))));
    OutcomeStatistics cell =
        new OutcomeStatistics("Surgery", null, null, 1L, 1L, 0L, List.of(), List.of(), List.of());
    List<PartitionRows<CountedCase>> cases =
        List.of(
            new PartitionRows<>(
                0,
                false,
                List.of(
                    new Row<>(
                        "a", new CountedCase(2, new TreeMap<>(Map.of("Surgery|undated", cell)))))));

    assertThat(roundTrip(QueryableStore.NEWEST, recent)).isEqualTo(recent);
    assertThat(roundTrip(QueryableStore.NEWEST_DEAD_LETTERS, deadLetters)).isEqualTo(deadLetters);
    assertThat(roundTrip(QueryableStore.CASES, cases)).isEqualTo(cases);
  }

  @Test
  void readsDeadLettersThatAnEarlierVersionStoredWithTheirName() {
    byte[] stored =
        """
        {"code":"A","stage":"ingest","field":"","message":"x","topic":"t","partition":"3",
        "offset":"42","name":"n","replays":1,"receivedAt":5}
        """
            .getBytes(StandardCharsets.UTF_8);

    assertThat(QueryableStore.NEWEST_DEAD_LETTERS.values().deserializer().deserialize("", stored))
        .isEqualTo(new DeadLetterSummary("A", "ingest", "", "x", "t", "3", "42", 1, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "totals",
        "newest",
        "cases",
        "statistics",
        "dead-letter-counts",
        "newest-dead-letters",
        "settled-dead-letters"
      })
  void sharesStoresWithoutClinicalText(String name) {
    assertThat(QueryableStore.byName(name)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"revisions", "", "TOTALS", "../cases"})
  void doesNotShareOtherStores(String name) {
    assertThat(QueryableStore.byName(name)).isEmpty();
  }

  private static <V> List<PartitionRows<V>> roundTrip(
      QueryableStore<V> store, List<PartitionRows<V>> rows) throws Exception {
    String json = StoreRowsJson.write(store, rows).toString();
    return StoreRowsJson.read(store, new ObjectMapper().readTree(json));
  }
}
