package org.openimr.sink.monitor.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.openimr.sink.monitor.store.LocalStores.PartitionRows;

/**
 * The stores of all instances: each partition is asked of the instance that works on it, else of
 * those that have a copy. A partition that nobody answers for is a failure, never a smaller figure.
 */
public final class DistributedStores implements StatisticsStores {
  private static final String CASES = "cases";

  private final KafkaStreams streams;
  private final LocalStores held;
  private final HostInfo self;
  private final PeerClient others;

  /**
   * @param self as the other instances reach this one
   */
  public DistributedStores(KafkaStreams streams, HostInfo self, PeerClient others) {
    this.streams = streams;
    this.held = new LocalStores(streams);
    this.self = self;
    this.others = others;
  }

  @Override
  public <V> FoundRows<V> rows(QueryableStore<V> store, String beginning, int most) {
    SortedMap<Integer, Deque<HostInfo>> open = holders(store);
    List<Row<V>> rows = new ArrayList<>();
    boolean isStandby = false;
    Optional<HostInfo> silent = Optional.empty();
    while (!open.isEmpty()) {
      for (Map.Entry<HostInfo, Set<Integer>> next : next(open, silent).entrySet()) {
        Optional<List<PartitionRows<V>>> parts =
            ask(next.getKey(), store, next.getValue(), beginning, most);
        silent = parts.isEmpty() ? Optional.of(next.getKey()) : silent;
        for (PartitionRows<V> part : parts.orElse(List.of())) {
          if (open.remove(part.partition()) != null) {
            rows.addAll(part.rows());
            isStandby |= part.isStandby();
          }
        }
      }
    }
    return new FoundRows<>(rows, isStandby);
  }

  @Override
  public <V> HeldStore<V> localStore(String store, String caseKey) {
    return held.partition(store, metadata(caseKey).partition());
  }

  @Override
  public List<HostInfo> instancesOf(String caseKey) {
    KeyQueryMetadata metadata = metadata(caseKey);
    List<HostInfo> instances = new ArrayList<>(List.of(metadata.activeHost()));
    instances.addAll(metadata.standbyHosts());
    return instances;
  }

  @Override
  public boolean isLocal(HostInfo instance) {
    return instance.equals(self);
  }

  private KeyQueryMetadata metadata(String caseKey) {
    KeyQueryMetadata metadata = streams.queryMetadataForKey(CASES, caseKey, new StringSerializer());
    if (metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
      throw new InvalidStateStoreException("partitions are being assigned");
    }
    return metadata;
  }

  private <V> Optional<List<PartitionRows<V>>> ask(
      HostInfo instance,
      QueryableStore<V> store,
      Set<Integer> partitions,
      String beginning,
      int most) {
    return isLocal(instance)
        ? Optional.of(held.parts(store, partitions, beginning, most))
        : others.parts(instance, store, partitions, beginning, most);
  }

  /** The partitions still open, by the next instance to ask for each. */
  private static Map<HostInfo, Set<Integer>> next(
      SortedMap<Integer, Deque<HostInfo>> open, Optional<HostInfo> silent) {
    Map<HostInfo, Set<Integer>> asked = new LinkedHashMap<>();
    open.forEach(
        (partition, instances) -> {
          if (instances.isEmpty()) {
            throw silent
                .<InvalidStateStoreException>map(PeerUnavailableException::new)
                .orElseGet(() -> new InvalidStateStoreException("partitions are being moved"));
          }
          asked.computeIfAbsent(instances.poll(), instance -> new TreeSet<>()).add(partition);
        });
    return asked;
  }

  /** Who has each partition, the instance that works on it first. */
  private SortedMap<Integer, Deque<HostInfo>> holders(QueryableStore<?> store) {
    SortedMap<Integer, Deque<HostInfo>> holders = new TreeMap<>();
    Collection<StreamsMetadata> all = streams.metadataForAllStreamsClients();
    all.forEach(one -> add(holders, store, one.hostInfo(), one.topicPartitions()));
    all.forEach(one -> add(holders, store, one.hostInfo(), one.standbyTopicPartitions()));
    if (holders.isEmpty() || holders.lastKey() != holders.size() - 1) {
      throw new InvalidStateStoreException("partitions are being assigned");
    }
    return holders;
  }

  private static void add(
      SortedMap<Integer, Deque<HostInfo>> holders,
      QueryableStore<?> store,
      HostInfo instance,
      Collection<TopicPartition> partitions) {
    partitions.stream()
        .filter(at -> at.topic().endsWith(store.input()))
        .forEach(
            at ->
                holders
                    .computeIfAbsent(at.partition(), partition -> new ArrayDeque<>())
                    .add(instance));
  }
}
