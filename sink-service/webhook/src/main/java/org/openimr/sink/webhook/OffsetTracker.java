package org.openimr.sink.webhook;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tracks which records of the assigned partitions are not delivered yet. Thread-safe. */
final class OffsetTracker {
  private final Map<TopicPartition, PartitionAssignment> assignments = new HashMap<>();

  /** One assignment of a partition to this task; a new object for each assignment. */
  final class PartitionAssignment {
    private final TreeSet<Long> outstanding = new TreeSet<>();
    private long next;
    private boolean isAssigned = true;

    /** Marks a record as delivered, written as a dead letter, or filtered. */
    void complete(long offset) {
      synchronized (OffsetTracker.this) {
        outstanding.remove(offset);
      }
    }

    /** Whether the partition is still assigned to this task. */
    boolean isAssigned() {
      synchronized (OffsetTracker.this) {
        return isAssigned;
      }
    }
  }

  /** Adds a record that is not complete yet. */
  synchronized PartitionAssignment track(TopicPartition partition, long offset) {
    PartitionAssignment assignment =
        assignments.computeIfAbsent(partition, ignored -> new PartitionAssignment());
    assignment.outstanding.add(offset);
    assignment.next = offset + 1;
    return assignment;
  }

  /** Forgets partitions that are no longer assigned to this task. */
  synchronized void revoke(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      PartitionAssignment assignment = assignments.remove(partition);
      if (assignment != null) {
        assignment.isAssigned = false;
      }
    }
  }

  /** Number of tracked records that are not complete. */
  synchronized int outstanding() {
    return assignments.values().stream()
        .mapToInt(assignment -> assignment.outstanding.size())
        .sum();
  }

  /** Offset to commit of each partition: every record before it is complete. */
  synchronized Map<TopicPartition, OffsetAndMetadata> committable() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    assignments.forEach(
        (partition, assignment) ->
            offsets.put(
                partition,
                new OffsetAndMetadata(
                    assignment.outstanding.isEmpty()
                        ? assignment.next
                        : assignment.outstanding.first())));
    return offsets;
  }
}
