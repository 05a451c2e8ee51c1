package org.openimr.tools.chaos.verify;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.runtime.kafka.TopicScanOptions;

/** Reads the committed records of a topic, those of transactions that are still open included. */
final class VerificationTopicReader {
  /** Longer than the timeout of a transaction whose producer was killed. */
  private static final Duration MAX_IDLE = Duration.ofSeconds(60);

  private final Map<String, Object> kafka = new HashMap<>();

  VerificationTopicReader(Map<String, String> kafka) {
    this.kafka.putAll(kafka);
    this.kafka.put("max.poll.records", "2000");
    this.kafka.put("fetch.max.bytes", Integer.toString(16 << 20));
  }

  /**
   * Passes each record to an action; those of one partition in offset order.
   *
   * @throws org.apache.kafka.common.errors.TimeoutException if a transaction stays open
   */
  void scan(String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    try (CommittedTopicScanner scanner =
        new CommittedTopicScanner(
            kafka, TopicScanOptions.COMMITTED.awaitingOpenTransactions(MAX_IDLE))) {
      scanner.scan(topic, action);
    }
  }
}
