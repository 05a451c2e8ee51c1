package org.openimr.runtime.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.openimr.runtime.log.LogField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Progress of restoring the local stores from their changelogs after a start or a rebalance; logged
 * every two seconds and when the application is running.
 */
final class StateRestoreProgress implements StateRestoreListener {
  private static final Logger LOG = LoggerFactory.getLogger(StateRestoreProgress.class);
  private static final long LOG_INTERVAL = Duration.ofSeconds(2).toNanos();

  private final Map<TopicPartition, Long> remaining = new HashMap<>();
  private final Set<TopicPartition> seen = new HashSet<>();
  private long since = System.nanoTime();
  private long lastLogged = since;
  private long restored;
  private boolean running;

  /**
   * The stores that are being restored, if any: {@code 2 of 12 stores restoring, 4711 records to
   * go}.
   */
  synchronized Optional<String> progress() {
    return remaining.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d of %d stores restoring, %d records to go"
                .formatted(remaining.size(), seen.size(), remaining()));
  }

  /** Records that all stores are restored. */
  synchronized void running() {
    if (!running) {
      LOG.atInfo()
          .addKeyValue(LogField.RECORDS.key(), restored)
          .log("running after {} s, restored {} records", seconds(), restored);
    }
    running = true;
    remaining.clear();
    seen.clear();
  }

  /** Records the start of a rebalance, from which time and records are counted. */
  synchronized void rebalancing() {
    if (running) {
      running = false;
      since = System.nanoTime();
      lastLogged = since;
      restored = 0;
    }
  }

  @Override
  public synchronized void onRestoreStart(
      TopicPartition changelog, String store, long start, long end) {
    seen.add(changelog);
    remaining.put(changelog, end - start);
  }

  @Override
  public synchronized void onBatchRestored(
      TopicPartition changelog, String store, long end, long records) {
    restored += records;
    remaining.computeIfPresent(changelog, (partition, before) -> before - records);
    if (System.nanoTime() - lastLogged > LOG_INTERVAL) {
      lastLogged = System.nanoTime();
      LOG.info(
          "restoring state: {} records after {} s, {} to go", restored, seconds(), remaining());
    }
  }

  @Override
  public synchronized void onRestoreEnd(TopicPartition changelog, String store, long records) {
    remaining.remove(changelog);
  }

  @Override
  public synchronized void onRestoreSuspended(
      TopicPartition changelog, String store, long records) {
    remaining.remove(changelog);
  }

  private long remaining() {
    return remaining.values().stream().mapToLong(records -> Math.max(0, records)).sum();
  }

  private String seconds() {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
  }
}
