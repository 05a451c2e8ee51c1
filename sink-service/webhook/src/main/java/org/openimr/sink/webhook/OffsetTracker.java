package org.openimr.sink.webhook;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Which records of the assigned partitions are still to be delivered. */
final class OffsetTracker {
  private final Map<TopicPartition, PartitionAssignment> stretches = new HashMap<>();

  /** A partition while it is assigned; a new one each time that it is. */
  final class PartitionAssignment {
    private final TreeSet<Long> outstanding = new TreeSet<>();
    private long next;
    private boolean isAssigned = true;

    /** The record is delivered, or is a dead letter, or was not wanted. */
    void complete(long offset) {
      synchronized (OffsetTracker.this) {
        outstanding.remove(offset);
      }
    }

    /** Whether the partition is still this task's. */
    boolean isAssigned() {
      synchronized (OffsetTracker.this) {
        return isAssigned;
      }
    }
  }

  /** A record was taken on. */
  synchronized PartitionAssignment track(TopicPartition partition, long offset) {
    PartitionAssignment stretch =
        stretches.computeIfAbsent(partition, ignored -> new PartitionAssignment());
    stretch.outstanding.add(offset);
    stretch.next = offset + 1;
    return stretch;
  }

  /** Partitions are no longer this task's. */
  synchronized void revoke(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      PartitionAssignment stretch = stretches.remove(partition);
      if (stretch != null) {
        stretch.isAssigned = false;
      }
    }
  }

  /** Records taken on and not done. */
  synchronized int outstanding() {
    return stretches.values().stream().mapToInt(stretch -> stretch.outstanding.size()).sum();
  }

  /** Offsets up to which every record is done. */
  synchronized Map<TopicPartition, OffsetAndMetadata> committable() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    stretches.forEach(
        (partition, stretch) ->
            offsets.put(
                partition,
                new OffsetAndMetadata(
                    stretch.outstanding.isEmpty() ? stretch.next : stretch.outstanding.first())));
    return offsets;
  }
}
