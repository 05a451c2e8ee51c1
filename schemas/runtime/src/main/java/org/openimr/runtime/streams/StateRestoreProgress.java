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
 * How far the local stores are with reading their changelogs after a start or a rebalance; logged
 * every two seconds, and when the service is at work again.
 */
final class StateRestoreProgress implements StateRestoreListener {
  private static final Logger LOG = LoggerFactory.getLogger(StateRestoreProgress.class);
  private static final long LOG_INTERVAL = Duration.ofSeconds(2).toNanos();

  private final Map<TopicPartition, Long> left = new HashMap<>();
  private final Set<TopicPartition> seen = new HashSet<>();
  private long since = System.nanoTime();
  private long lastLogged = since;
  private long restored;
  private boolean running;

  /** What is being restored, if anything: {@code 2 of 12 stores restoring, 4711 records to go}. */
  synchronized Optional<String> progress() {
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d of %d stores restoring, %d records to go"
                .formatted(left.size(), seen.size(), remaining()));
  }

  /** All stores work. */
  synchronized void running() {
    if (!running) {
      LOG.atInfo()
          .addKeyValue(LogField.RECORDS.key(), restored)
          .log("at work again after {} s, restored {} records", seconds(), restored);
    }
    running = true;
    left.clear();
    seen.clear();
  }

  /** Stores are given out anew: what is restored counts from here. */
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
    left.put(changelog, end - start);
  }

  @Override
  public synchronized void onBatchRestored(
      TopicPartition changelog, String store, long end, long records) {
    restored += records;
    left.computeIfPresent(changelog, (partition, before) -> before - records);
    if (System.nanoTime() - lastLogged > LOG_INTERVAL) {
      lastLogged = System.nanoTime();
      LOG.info(
          "restoring state: {} records after {} s, {} to go", restored, seconds(), remaining());
    }
  }

  @Override
  public synchronized void onRestoreEnd(TopicPartition changelog, String store, long records) {
    left.remove(changelog);
  }

  @Override
  public synchronized void onRestoreSuspended(
      TopicPartition changelog, String store, long records) {
    left.remove(changelog);
  }

  private long remaining() {
    return left.values().stream().mapToLong(records -> Math.max(0, records)).sum();
  }

  private String seconds() {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
  }
}
