package org.openimr.tools.benchmarks.latency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.Sha256;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.BenchmarkProgress;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;

/** Sends letters at a constant rate and records when their determinations are read. */
final class LatencyRun {
  private static final long SEED = 50;
  private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final String ECHO_TOPIC = "bench.echo";
  private static final Map<String, String> NO_BATCHING = Map.of("linger.ms", "0");

  private final BenchmarkCluster cluster;
  private final BenchmarkProgress progress = new BenchmarkProgress();
  private final Map<String, Long> appended = new ConcurrentHashMap<>();
  private final Map<String, Long> echoed = new ConcurrentHashMap<>();
  private final Map<String, Long> readable = new ConcurrentHashMap<>();
  private volatile boolean reading = true;

  /** Prepares the topics; call it before the services start. */
  LatencyRun(BenchmarkCluster cluster) throws InterruptedException {
    this.cluster = cluster;
    cluster.topics().useLogAppendTime(Topic.LETTERS_RAW.topicName());
    cluster.topics().create(ECHO_TOPIC, 1);
  }

  /**
   * Returns the latencies of the letters sent after the warm-up.
   *
   * @param rate letters per second
   * @param warmup seconds
   * @param seconds measured seconds
   */
  LetterLatencies measure(int rate, int warmup, int seconds) throws InterruptedException {
    Thread determinations =
        reader(
            Topic.DETERMINATIONS.topicName(), (record, now) -> readable.put(letterId(record), now));
    Thread echo =
        reader(
            ECHO_TOPIC,
            (record, now) -> echoed.put(new String(record.key(), UTF_8), now - record.timestamp()));
    List<String> order = send(rate, (long) rate * (warmup + seconds));
    long deadline = System.nanoTime() + DRAIN_TIMEOUT.toNanos();
    while (readable.size() < appended.size() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    reading = false;
    determinations.join();
    echo.join();
    return new LetterLatencies(
        order.subList(warmup * rate, order.size()), appended, readable, echoed);
  }

  /** Sends the letters and returns their ids in order. */
  private List<String> send(int rate, long letters) {
    LetterGenerator generator = new LetterGenerator(GeneratorSettings.withSeed(SEED));
    List<String> order = new ArrayList<>();
    Map<String, Object> settings = new HashMap<>(cluster.settings().kafka());
    settings.putAll(NO_BATCHING);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      long start = System.nanoTime();
      for (long index = 0; index < letters; index++) {
        LockSupport.parkNanos(start + index * 1_000_000_000L / rate - System.nanoTime());
        byte[] text = generator.generate(index).text().getBytes(UTF_8);
        String id = Sha256.hex(text);
        order.add(id);
        // A failed letter is reported as missing, and a failed echo has no latency.
        var unusedLetter =
            producer.send(
                new ProducerRecord<>(Topic.LETTERS_RAW.topicName(), text),
                (metadata, failure) -> {
                  if (failure == null) {
                    appended.put(id, metadata.timestamp());
                  }
                });
        var unusedEcho = producer.send(new ProducerRecord<>(ECHO_TOPIC, id.getBytes(UTF_8), text));
        progress.show("sending letters", index + 1, letters);
      }
    }
    progress.end();
    return order;
  }

  private Thread reader(String topic, BiConsumer<ConsumerRecord<byte[], byte[]>, Long> handler) {
    Map<String, Object> settings = new HashMap<>(cluster.settings().kafka());
    settings.put("isolation.level", "read_committed");
    settings.put("group.id", "bench-" + topic);
    settings.put("auto.offset.reset", "earliest");
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try (Consumer<byte[], byte[]> consumer =
                  new KafkaConsumer<>(
                      settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(topic));
                while (reading) {
                  consumer
                      .poll(POLL)
                      .forEach(record -> handler.accept(record, System.currentTimeMillis()));
                }
              }
            });
  }

  private static String letterId(ConsumerRecord<byte[], byte[]> record) {
    String id = new String(record.headers().lastHeader(CloudEventHeaders.ID).value(), UTF_8);
    return id.substring(0, id.indexOf('/'));
  }
}
