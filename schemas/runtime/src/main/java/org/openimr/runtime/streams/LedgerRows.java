package org.openimr.runtime.streams;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the ledger rows of a running Streams application. */
public final class LedgerRows {
  private LedgerRows() {}

  /**
   * Returns the rows of the partitions that this instance processes; none during a rebalance.
   *
   * @param store name of the ledger store
   * @param <L> type of the rows
   */
  public static <L> List<L> of(KafkaStreams streams, String store) {
    try {
      ReadOnlyKeyValueStore<Integer, L> rows =
          streams.store(
              StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore()));
      List<L> found = new ArrayList<>();
      try (KeyValueIterator<Integer, L> all = rows.all()) {
        all.forEachRemaining(row -> found.add(row.value));
      }
      return found;
    } catch (InvalidStateStoreException e) {
      return List.of();
    }
  }
}
