package org.openimr.tools.chaos.verify;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed of a topic from its beginning to its present end. */
final class VerificationTopicReader {
  private static final Duration POLL = Duration.ofMillis(500);

  /** Longer than an abandoned transaction can hold back the readers. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, Object> settings = new HashMap<>();

  VerificationTopicReader(Map<String, String> kafka) {
    settings.putAll(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", "2000");
    settings.put("fetch.max.bytes", Integer.toString(16 << 20));
  }

  /**
   * Hands over each record; those of a partition in their order.
   *
   * @throws IllegalStateException if nothing more comes before the end: a transaction was left open
   */
  void scan(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      readTo(ends(partitions), consumer, each);
    }
  }

  /** Ends as a reader of uncommitted records sees them: what is open has to end as well. */
  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
    Map<String, Object> uncommitted = new HashMap<>(settings);
    uncommitted.put("isolation.level", "read_uncommitted");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            uncommitted, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return consumer.endOffsets(partitions);
    }
  }

  private static void readTo(
      Map<TopicPartition, Long> ends,
      KafkaConsumer<byte[], byte[]> consumer,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, Long> open = new HashMap<>(ends);
    long moved = System.nanoTime();
    while (true) {
      int before = open.size();
      open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      if (open.isEmpty()) {
        return;
      }
      var records = consumer.poll(POLL);
      records.forEach(each);
      if (!records.isEmpty() || open.size() < before) {
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
        throw new IllegalStateException("can't be read to the end: " + open);
      }
    }
  }
}
