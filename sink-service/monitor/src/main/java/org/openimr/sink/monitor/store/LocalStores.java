package org.openimr.sink.monitor.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Stores that this instance holds: those that it works on, else its copies. */
public record LocalStores(KafkaStreams streams) {
  /**
   * Rows of one partition.
   *
   * @param isStandby whether they are of a copy, which may be behind
   */
  public record PartitionRows<V>(
      int partition, boolean isStandby, List<StatisticsStores.Row<V>> rows) {}

  /** All partitions of a store that are here. */
  <V> StatisticsStores.HeldStore<V> allPartitions(String name) {
    return held(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
  }

  /** One partition of a store. */
  public <V> StatisticsStores.HeldStore<V> partition(String name, int partition) {
    return held(
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
            .withPartition(partition));
  }

  /**
   * Rows of those of the partitions that are here.
   *
   * @param beginning of their keys; empty for all
   * @param most of them a partition
   */
  public <V> List<PartitionRows<V>> parts(
      QueryableStore<V> store, Collection<Integer> partitions, String beginning, int most) {
    List<PartitionRows<V>> parts = new ArrayList<>();
    for (int partition : partitions) {
      try {
        StatisticsStores.HeldStore<V> held = partition(store.name(), partition);
        parts.add(new PartitionRows<>(partition, held.isStandby(), held.rows(beginning, most)));
      } catch (InvalidStateStoreException e) {
        // it has moved: whoever asks finds it missing and asks elsewhere
        continue;
      }
    }
    return parts;
  }

  private <V> StatisticsStores.HeldStore<V> held(
      StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> wanted) {
    try {
      return new StatisticsStores.HeldStore<>(opened(wanted), false);
    } catch (InvalidStateStoreException e) {
      return new StatisticsStores.HeldStore<>(opened(wanted.enableStaleStores()), true);
    }
  }

  /** Streams looks for the stores at the first question only. */
  private <V> ReadOnlyKeyValueStore<String, V> opened(
      StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> wanted) {
    ReadOnlyKeyValueStore<String, V> store = streams.store(wanted);
    store.get("");
    return store;
  }
}
