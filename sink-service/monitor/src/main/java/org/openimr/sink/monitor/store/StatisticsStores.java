package org.openimr.sink.monitor.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Where a view reads the stores: in this instance, or in all.
 *
 * <p>All methods throw {@link org.apache.kafka.streams.errors.InvalidStateStoreException} where
 * nobody can serve a partition just now.
 */
public interface StatisticsStores {
  /**
   * Rows of all partitions, each once.
   *
   * @param beginning of their keys; empty for all
   * @param most of them a partition
   */
  <V> FoundRows<V> rows(QueryableStore<V> store, String beginning, int most);

  /** A store of this instance that holds a case, if it is here. */
  <V> HeldStore<V> localStore(String store, String caseKey);

  /** Instances to ask for a case, the one that works on it first; none if there is only this. */
  List<HostInfo> instancesOf(String caseKey);

  /** Whether an instance is this one. */
  boolean isLocal(HostInfo instance);

  /** A row of a store. */
  record Row<V>(String key, V value) {}

  /**
   * What was found.
   *
   * @param isStandby whether some of it is of a copy, which may be behind
   */
  record FoundRows<V>(List<Row<V>> rows, boolean isStandby) {}

  /**
   * A store to read.
   *
   * @param isStandby whether it is a copy, which may be behind
   */
  record HeldStore<V>(ReadOnlyKeyValueStore<String, V> store, boolean isStandby) {
    /** Its rows. */
    public List<Row<V>> rows(String beginning, int most) {
      List<Row<V>> rows = new ArrayList<>();
      try (KeyValueIterator<String, V> found =
          beginning.isEmpty() ? store.all() : store.prefixScan(beginning, new StringSerializer())) {
        while (found.hasNext() && rows.size() < most) {
          var next = found.next();
          rows.add(new Row<>(next.key, next.value));
        }
      }
      return rows;
    }
  }

  /** The store of a name. */
  interface StoreProvider {
    <V> HeldStore<V> named(String name);
  }

  /** The stores of one instance that is alone. */
  static StatisticsStores singleInstance(StoreProvider stores) {
    return new SingleInstanceStores(stores);
  }

  /** The stores of a running topology that is alone. */
  static StatisticsStores singleInstance(KafkaStreams streams) {
    LocalStores held = new LocalStores(streams);
    return singleInstance(
        new StoreProvider() {
          @Override
          public <V> HeldStore<V> named(String name) {
            return held.allPartitions(name);
          }
        });
  }
}
