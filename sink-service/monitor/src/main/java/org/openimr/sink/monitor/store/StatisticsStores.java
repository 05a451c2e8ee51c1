package org.openimr.sink.monitor.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of this instance or of all instances.
 *
 * <p>All methods throw {@link org.apache.kafka.streams.errors.InvalidStateStoreException} if no
 * instance can currently serve a partition.
 */
public interface StatisticsStores {
  /**
   * Reads rows of all partitions, each partition once.
   *
   * @param prefix prefix of the keys; empty for all rows
   * @param limit maximum number of rows per partition
   */
  <V> FoundRows<V> rows(QueryableStore<V> store, String prefix, int limit);

  /** A store of this instance, for the partition of a case. */
  <V> HeldStore<V> localStore(String store, String caseKey);

  /** Instances with a case, the active one first; empty for a single instance. */
  List<HostInfo> instancesOf(String caseKey);

  /** Whether an address is the one of this instance. */
  boolean isLocal(HostInfo instance);

  /** A row of a store. */
  record Row<V>(String key, V value) {}

  /**
   * Result of a query.
   *
   * @param isStandby whether some rows are from a standby copy, which may lag
   */
  record FoundRows<V>(List<Row<V>> rows, boolean isStandby) {}

  /**
   * A readable store.
   *
   * @param isStandby whether it is a standby copy, which may lag
   */
  record HeldStore<V>(ReadOnlyKeyValueStore<String, V> store, boolean isStandby) {
    /** Reads up to {@code limit} rows whose keys have a prefix; an empty prefix matches all. */
    public List<Row<V>> rows(String prefix, int limit) {
      List<Row<V>> rows = new ArrayList<>();
      try (KeyValueIterator<String, V> found =
          prefix.isEmpty() ? store.all() : store.prefixScan(prefix, new StringSerializer())) {
        while (found.hasNext() && rows.size() < limit) {
          var next = found.next();
          rows.add(new Row<>(next.key, next.value));
        }
      }
      return rows;
    }
  }

  /** Finds stores by name. */
  interface StoreProvider {
    <V> HeldStore<V> named(String name);
  }

  /** The stores of a single instance. */
  static StatisticsStores singleInstance(StoreProvider stores) {
    return new SingleInstanceStores(stores);
  }

  /** The stores of a running topology in a single instance. */
  static StatisticsStores singleInstance(KafkaStreams streams) {
    LocalStores localStores = new LocalStores(streams);
    return singleInstance(
        new StoreProvider() {
          @Override
          public <V> HeldStore<V> named(String name) {
            return localStores.allPartitions(name);
          }
        });
  }
}
