package org.openimr.sink.monitor.statistics;

import java.util.List;
import org.apache.kafka.streams.state.HostInfo;

/** All stores in one instance. */
record AloneSource(StoreSource.Stores stores) implements StoreSource {
  @Override
  public <V> Found<V> rows(SharedStore<V> store, String beginning, int most) {
    Held<V> held = stores.named(store.name());
    return new Found<>(held.rows(beginning, most), held.isStandby());
  }

  @Override
  public <V> Held<V> here(String store, String caseKey) {
    return stores.named(store);
  }

  @Override
  public List<HostInfo> instancesOf(String caseKey) {
    return List.of();
  }

  @Override
  public boolean isThis(HostInfo instance) {
    return true;
  }
}
