package org.openimr.sink.webhook;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Which records of the assigned partitions are still to be delivered. */
final class Progress {
  private final Map<TopicPartition, Stretch> stretches = new HashMap<>();

  /** A partition while it is assigned; a new one each time that it is. */
  final class Stretch {
    private final TreeSet<Long> outstanding = new TreeSet<>();
    private long next;
    private boolean isOurs = true;

    /** The record is delivered, or is a dead letter, or was not wanted. */
    void done(long offset) {
      synchronized (Progress.this) {
        outstanding.remove(offset);
      }
    }

    /** Whether the partition is still this task's. */
    boolean isOurs() {
      synchronized (Progress.this) {
        return isOurs;
      }
    }
  }

  /** A record was taken on. */
  synchronized Stretch begin(TopicPartition partition, long offset) {
    Stretch stretch = stretches.computeIfAbsent(partition, ignored -> new Stretch());
    stretch.outstanding.add(offset);
    stretch.next = offset + 1;
    return stretch;
  }

  /** Partitions are no longer this task's. */
  synchronized void drop(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      Stretch stretch = stretches.remove(partition);
      if (stretch != null) {
        stretch.isOurs = false;
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
