package org.openimr.sink.monitor.store;

import java.util.List;
import org.apache.kafka.streams.state.HostInfo;

/** All stores in one instance. */
record SingleInstanceStores(StatisticsStores.StoreProvider stores) implements StatisticsStores {
  @Override
  public <V> FoundRows<V> rows(QueryableStore<V> store, String beginning, int most) {
    HeldStore<V> held = stores.named(store.name());
    return new FoundRows<>(held.rows(beginning, most), held.isStandby());
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
