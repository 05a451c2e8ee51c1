package org.openimr.tools.chaos.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.topic.Topic;

/** Counts processed letters of any outcome while the processes run. */
public final class CompletionTracker implements AutoCloseable {
  /** Changelog of the enrich service's outcome counts: one row per partition. */
  public static final String LEDGER = "imr-enrich-ledger-changelog";

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<OutcomeLedger> decoding = OutcomeLedger.serde().deserializer();
  private final Map<Integer, OutcomeLedger> rows = new ConcurrentHashMap<>();
  private final Map<Integer, Long> ledgerOffsets = new ConcurrentHashMap<>();
  private final AtomicLong deadAtIngest = new AtomicLong();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("completion").unstarted(this::follow);
  private volatile boolean closed;

  private CompletionTracker(Map<String, String> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("client.id", "imr-chaos-completion");
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("reconnect.backoff.max.ms", "500");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    consumer = new KafkaConsumer<>(settings, bytes, bytes);
  }

  /** Starts to follow the topics from their beginning. */
  public static CompletionTracker of(Map<String, String> kafka) {
    CompletionTracker tracker = new CompletionTracker(kafka);
    tracker.thread.start();
    return tracker;
  }

  /** Number of processed letters. */
  public long letters() {
    return sum(OutcomeLedger::letters) + deadAtIngest.get();
  }

  /** Number of dead letters. */
  public long deadLetters() {
    return sum(OutcomeLedger::deadLetters) + deadAtIngest.get();
  }

  private long sum(ToLongFunction<OutcomeLedger> count) {
    return rows.values().stream().mapToLong(count).sum();
  }

  /** Offset of the latest ledger row of each partition. */
  public Map<Integer, Long> ledgerOffsets() {
    return Map.copyOf(ledgerOffsets);
  }

  private void follow() {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : List.of(LEDGER, Topic.DEAD_LETTERS.topicName())) {
      partitions.addAll(partitions(topic));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    while (!closed) {
      consumer.poll(POLL).forEach(this::accept);
    }
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
  }

  /** Waits for the topic, which the service creates at its first start. */
  private List<TopicPartition> partitions(String topic) {
    List<PartitionInfo> infos = List.of();
    while (!closed && infos.isEmpty()) {
      infos =
          Optional.ofNullable(consumer.partitionsFor(topic, Duration.ofMinutes(1)))
              .orElse(List.of());
      LockSupport.parkNanos(POLL.toNanos());
    }
    return infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private void accept(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(LEDGER)) {
      int partition = ByteBuffer.wrap(record.key()).getInt();
      rows.put(partition, decoding.deserialize(record.topic(), record.value()));
      ledgerOffsets.put(partition, record.offset());
    } else if ("ingest".equals(stage(record))) {
      deadAtIngest.incrementAndGet();
    }
  }

  private static String stage(ConsumerRecord<byte[], byte[]> record) {
    Header stage = record.headers().lastHeader(DeadLetterReason.STAGE);
    return stage == null ? "" : new String(stage.value(), UTF_8);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
