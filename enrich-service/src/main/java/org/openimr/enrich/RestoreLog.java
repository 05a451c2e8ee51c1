package org.openimr.enrich;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how far the state of cases has come back after a start or a rebalance, every two seconds,
 * and when the service is at work again.
 */
final class RestoreLog implements StateRestoreListener {
  private static final Logger LOG = LoggerFactory.getLogger(RestoreLog.class);
  private static final long EVERY = Duration.ofSeconds(2).toNanos();

  private final Map<TopicPartition, Long> missing = new HashMap<>();
  private long since = System.nanoTime();
  private long told = since;
  private long restored;
  private boolean working;

  @Override
  public synchronized void onRestoreStart(
      TopicPartition changelog, String store, long start, long end) {
    missing.put(changelog, end - start);
  }

  @Override
  public synchronized void onBatchRestored(
      TopicPartition changelog, String store, long endOffset, long records) {
    restored += records;
    missing.merge(changelog, -records, Long::sum);
    if (System.nanoTime() - told > EVERY) {
      told = System.nanoTime();
      long left = missing.values().stream().mapToLong(records0 -> Math.max(0, records0)).sum();
      LOG.info(
          "restoring state: {} records after {} s, {} left in {} partitions",
          restored,
          seconds(),
          left,
          missing.size());
    }
  }

  @Override
  public synchronized void onRestoreEnd(TopicPartition changelog, String store, long total) {
    missing.remove(changelog);
  }

  @Override
  public synchronized void onRestoreSuspended(
      TopicPartition changelog, String store, long totalRestored) {
    missing.remove(changelog);
  }

  /** To be told whenever the service has another state. */
  synchronized void enters(State state) {
    if (state == State.RUNNING && !working) {
      working = true;
      LOG.info("at work again after {} s, restored {} records", seconds(), restored);
    } else if (state == State.REBALANCING && working) {
      working = false;
      since = System.nanoTime();
      told = since;
      restored = 0;
    }
  }

  private String seconds() {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
  }
}
