package org.openimr.service;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far the local stores are with reading their changelogs. */
final class Restoration implements StateRestoreListener {
  private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Boolean> seen = new ConcurrentHashMap<>();

  /** What is being restored, if anything: {@code 2 of 12 stores restoring, 4711 records to go}. */
  Optional<String> progress() {
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d of %d stores restoring, %d records to go"
                .formatted(
                    left.size(),
                    seen.size(),
                    left.values().stream().mapToLong(records -> Math.max(0, records)).sum()));
  }

  /** All stores work: the next restoration counts from the start. */
  void done() {
    left.clear();
    seen.clear();
  }

  @Override
  public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
    seen.put(changelog, true);
    left.put(changelog, end - start);
  }

  @Override
  public void onBatchRestored(TopicPartition changelog, String store, long end, long records) {
    left.computeIfPresent(changelog, (partition, before) -> before - records);
  }

  @Override
  public void onRestoreEnd(TopicPartition changelog, String store, long records) {
    left.remove(changelog);
  }

  @Override
  public void onRestoreSuspended(TopicPartition changelog, String store, long records) {
    left.remove(changelog);
  }
}
