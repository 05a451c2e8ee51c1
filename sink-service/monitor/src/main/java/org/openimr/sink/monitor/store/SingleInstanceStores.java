package org.openimr.sink.monitor.store;

import java.util.List;
import org.apache.kafka.streams.state.HostInfo;

/** Reads the stores of a single instance, which has all partitions. */
record SingleInstanceStores(StatisticsStores.StoreProvider stores) implements StatisticsStores {
  @Override
  public <V> FoundRows<V> rows(QueryableStore<V> store, String prefix, int limit) {
    HeldStore<V> held = stores.named(store.name());
    return new FoundRows<>(held.rows(prefix, limit), held.isStandby());
  }

  @Override
  public <V> HeldStore<V> localStore(String store, String caseKey) {
    return stores.named(store);
  }

  @Override
  public List<HostInfo> instancesOf(String caseKey) {
    return List.of();
  }

  @Override
  public boolean isLocal(HostInfo instance) {
    return true;
  }
}
