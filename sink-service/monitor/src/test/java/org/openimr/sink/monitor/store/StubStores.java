package org.openimr.sink.monitor.store;

import java.util.List;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** Delegates to other stores, with configurable instances and outages. */
public final class StubStores implements StatisticsStores {
  public static final HostInfo SELF = new HostInfo("self.example", 8082);

  private final StatisticsStores stores;
  private List<HostInfo> instances = List.of();
  private boolean available = true;

  public StubStores(StatisticsStores stores) {
    this.stores = stores;
  }

  /** Sets the instances of every case, the active one first. */
  public void setInstances(HostInfo... caseInstances) {
    instances = List.of(caseInstances);
  }

  /** Makes all queries of this instance fail or succeed. */
  public void setAvailable(boolean isAvailable) {
    available = isAvailable;
  }

  @Override
  public <V> FoundRows<V> rows(QueryableStore<V> store, String prefix, int limit) {
    requireAvailable();
    return stores.rows(store, prefix, limit);
  }

  @Override
  public <V> HeldStore<V> localStore(String store, String caseKey) {
    requireAvailable();
    return stores.localStore(store, caseKey);
  }

  @Override
  public List<HostInfo> instancesOf(String caseKey) {
    return instances;
  }

  @Override
  public boolean isLocal(HostInfo instance) {
    return instance.equals(SELF);
  }

  private void requireAvailable() {
    if (!available) {
      throw new InvalidStateStoreException("partitions are being reassigned");
    }
  }
}
