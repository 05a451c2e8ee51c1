package org.openimr.sink.monitor.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the stores of this instance: active ones, else standby copies. */
public record LocalStores(KafkaStreams streams) {
  /**
   * Rows of one partition.
   *
   * @param isStandby whether the rows are from a standby copy, which may lag
   */
  public record PartitionRows<V>(
      int partition, boolean isStandby, List<StatisticsStores.Row<V>> rows) {}

  /** All partitions of a store on this instance. */
  <V> StatisticsStores.HeldStore<V> allPartitions(String name) {
    return open(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
  }

  /** One partition of a store. */
  public <V> StatisticsStores.HeldStore<V> partition(String name, int partition) {
    return open(
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
            .withPartition(partition));
  }

  /**
   * Reads rows of those partitions that are on this instance.
   *
   * @param prefix prefix of the keys; empty for all rows
   * @param limit maximum number of rows per partition
   */
  public <V> List<PartitionRows<V>> parts(
      QueryableStore<V> store, Collection<Integer> partitions, String prefix, int limit) {
    List<PartitionRows<V>> parts = new ArrayList<>();
    for (int partition : partitions) {
      try {
        StatisticsStores.HeldStore<V> held = partition(store.name(), partition);
        parts.add(new PartitionRows<>(partition, held.isStandby(), held.rows(prefix, limit)));
      } catch (InvalidStateStoreException e) {
        // the partition has moved: the caller queries another instance for missing partitions
      }
    }
    return parts;
  }

  private <V> StatisticsStores.HeldStore<V> open(
      StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> query) {
    try {
      return new StatisticsStores.HeldStore<>(queryable(query), false);
    } catch (InvalidStateStoreException e) {
      return new StatisticsStores.HeldStore<>(queryable(query.enableStaleStores()), true);
    }
  }

  /** Reads a key, because Kafka Streams resolves the underlying stores only on first access. */
  private <V> ReadOnlyKeyValueStore<String, V> queryable(
      StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> query) {
    ReadOnlyKeyValueStore<String, V> store = streams.store(query);
    store.get("");
    return store;
  }
}
