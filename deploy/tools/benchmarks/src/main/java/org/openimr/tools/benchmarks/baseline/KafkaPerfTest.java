package org.openimr.tools.benchmarks.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.tools.ConsumerPerformance;
import org.apache.kafka.tools.ProducerPerformance;
import org.openimr.runtime.streams.StreamsDefaults;
import org.openimr.standalone.process.ChildJvm;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.BenchmarkProgress;

/**
 * Measures the broker alone with {@code kafka-producer-perf-test} and {@code
 * kafka-consumer-perf-test}, each in a separate process.
 */
public final class KafkaPerfTest {
  private static final String PRODUCER_PREFIX = "producer.";

  /** The default of Kafka Streams, which differs from that of a producer. */
  private static final String LINGER = "linger.ms=100";

  private static final List<String> FLAGS =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-Duser.language=en");
  private static final String DELIMITER = "\f\f\f";
  private static final double WARM_UP = 0.2;
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final BenchmarkCluster cluster;

  public KafkaPerfTest(BenchmarkCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Writes records chosen from a list, with the producer settings of the services.
   *
   * @param texts texts without form feeds
   */
  public KafkaPerfRate produce(String topic, List<String> texts, long records)
      throws IOException, InterruptedException {
    Path payloads = cluster.folder().resolve(topic + ".payloads");
    Files.writeString(payloads, String.join(DELIMITER, texts));
    return produce(
        topic,
        records,
        List.of("--payload-file", payloads.toString(), "--payload-delimiter", DELIMITER));
  }

  /** Same as above with records of random characters, which are not compressible. */
  KafkaPerfRate produce(String topic, int bytes, long records)
      throws IOException, InterruptedException {
    return produce(topic, records, List.of("--record-size", Integer.toString(bytes)));
  }

  private KafkaPerfRate produce(String topic, long records, List<String> payload)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--topic",
                topic,
                "--num-records",
                Long.toString(records),
                "--throughput",
                "-1",
                "--warmup-records",
                Long.toString((long) (WARM_UP * records))));
    arguments.addAll(payload);
    arguments.add("--command-property");
    arguments.add(LINGER);
    producer().forEach((key, value) -> arguments.add(key + "=" + value));
    List<String> lines =
        run("kafka-producer-perf-test-" + topic, ProducerPerformance.class, arguments);
    return KafkaPerfRate.parseProducerOutput(lines)
        .orElseThrow(() -> missingRate("kafka-producer-perf-test", lines));
  }

  /** Reads a number of records from the start of a topic, and waits for missing ones. */
  KafkaPerfRate consume(String topic, long records) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap-server",
                cluster.settings().kafka().get("bootstrap.servers"),
                "--topic",
                topic,
                "--num-records",
                Long.toString(records),
                "--command-property",
                "isolation.level=read_committed",
                "--hide-header"));
    List<String> lines =
        run("kafka-consumer-perf-test-" + topic, ConsumerPerformance.class, arguments);
    return KafkaPerfRate.parseConsumerOutput(lines)
        .orElseThrow(() -> missingRate("kafka-consumer-perf-test", lines));
  }

  private Map<String, String> producer() {
    Map<String, String> producer = new TreeMap<>(cluster.settings().kafka());
    StreamsDefaults.of(cluster.settings(), "perf", "", 1)
        .forEach(
            (key, value) -> {
              if (key.toString().startsWith(PRODUCER_PREFIX)) {
                producer.put(key.toString().substring(PRODUCER_PREFIX.length()), value.toString());
              }
            });
    return producer;
  }

  private List<String> run(String name, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    new BenchmarkProgress().show(name);
    try (ChildJvm tool = cluster.program(name, main, FLAGS, arguments)) {
      if (tool.exitCode(TIMEOUT).orElse(-1) != 0) {
        throw cluster.failure(name);
      }
    }
    return Files.readAllLines(cluster.log(name));
  }

  private static IOException missingRate(String tool, List<String> lines) {
    return new IOException("The output of " + tool + " contains no rate: " + lines);
  }
}
