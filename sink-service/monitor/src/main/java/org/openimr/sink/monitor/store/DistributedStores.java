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
 * Reads the stores of all instances: each partition from its active instance, else from a standby.
 * A partition without an available instance is an error, so that counts are never incomplete.
 */
public final class DistributedStores implements StatisticsStores {
  private static final String CASES = "cases";

  private final KafkaStreams streams;
  private final LocalStores localStores;
  private final HostInfo self;
  private final PeerClient peers;

  /**
   * Creates the stores.
   *
   * @param self the advertised address of this instance
   */
  public DistributedStores(KafkaStreams streams, HostInfo self, PeerClient peers) {
    this.streams = streams;
    this.localStores = new LocalStores(streams);
    this.self = self;
    this.peers = peers;
  }

  @Override
  public <V> FoundRows<V> rows(QueryableStore<V> store, String prefix, int limit) {
    SortedMap<Integer, Deque<HostInfo>> remaining = instancesByPartition(store);
    List<Row<V>> rows = new ArrayList<>();
    boolean isStandby = false;
    Optional<HostInfo> unavailable = Optional.empty();
    while (!remaining.isEmpty()) {
      for (Map.Entry<HostInfo, Set<Integer>> request :
          nextInstances(remaining, unavailable).entrySet()) {
        Optional<List<PartitionRows<V>>> parts =
            query(request.getKey(), store, request.getValue(), prefix, limit);
        unavailable = parts.isEmpty() ? Optional.of(request.getKey()) : unavailable;
        for (PartitionRows<V> part : parts.orElse(List.of())) {
          if (remaining.remove(part.partition()) != null) {
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
    return localStores.partition(store, metadata(caseKey).partition());
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

  private <V> Optional<List<PartitionRows<V>>> query(
      HostInfo instance,
      QueryableStore<V> store,
      Set<Integer> partitions,
      String prefix,
      int limit) {
    return isLocal(instance)
        ? Optional.of(localStores.parts(store, partitions, prefix, limit))
        : peers.parts(instance, store, partitions, prefix, limit);
  }

  /** Groups the remaining partitions by the next instance to query. */
  private static Map<HostInfo, Set<Integer>> nextInstances(
      SortedMap<Integer, Deque<HostInfo>> remaining, Optional<HostInfo> unavailable) {
    Map<HostInfo, Set<Integer>> requests = new LinkedHashMap<>();
    remaining.forEach(
        (partition, instances) -> {
          if (instances.isEmpty()) {
            throw unavailable
                .<InvalidStateStoreException>map(PeerUnavailableException::new)
                .orElseGet(() -> new InvalidStateStoreException("partitions are being reassigned"));
          }
          requests.computeIfAbsent(instances.poll(), instance -> new TreeSet<>()).add(partition);
        });
    return requests;
  }

  /** Returns the instances of each partition, the active one first. */
  private SortedMap<Integer, Deque<HostInfo>> instancesByPartition(QueryableStore<?> store) {
    SortedMap<Integer, Deque<HostInfo>> instances = new TreeMap<>();
    Collection<StreamsMetadata> all = streams.metadataForAllStreamsClients();
    all.forEach(client -> add(instances, store, client.hostInfo(), client.topicPartitions()));
    all.forEach(
        client -> add(instances, store, client.hostInfo(), client.standbyTopicPartitions()));
    if (instances.isEmpty() || instances.lastKey() != instances.size() - 1) {
      throw new InvalidStateStoreException("partitions are being assigned");
    }
    return instances;
  }

  private static void add(
      SortedMap<Integer, Deque<HostInfo>> instances,
      QueryableStore<?> store,
      HostInfo instance,
      Collection<TopicPartition> partitions) {
    partitions.stream()
        .filter(at -> at.topic().endsWith(store.inputTopicSuffix()))
        .forEach(
            at ->
                instances
                    .computeIfAbsent(at.partition(), partition -> new ArrayDeque<>())
                    .add(instance));
  }
}
