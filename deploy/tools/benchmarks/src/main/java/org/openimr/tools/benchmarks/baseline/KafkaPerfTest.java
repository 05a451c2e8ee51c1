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
 * What the broker alone can do: Kafka's own {@code kafka-producer-perf-test} and {@code
 * kafka-consumer-perf-test}, each a process of its own, at the broker of the run.
 */
public final class KafkaPerfTest {
  private static final String PRODUCER_PREFIX = "producer.";

  /** Streams' own default, which a plain producer has not. */
  private static final String LINGER = "linger.ms=100";

  private static final List<String> FLAGS =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-Duser.language=en");
  private static final String DELIMITER = "\f\f\f";
  private static final double WARM_UP = 0.2;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final BenchmarkCluster stack;

  public KafkaPerfTest(BenchmarkCluster stack) {
    this.stack = stack;
  }

  /**
   * Writes records that are drawn from some, with the producer settings of the services.
   *
   * @param texts in which no form feed is
   */
  public KafkaPerfRate produce(String topic, List<String> texts, long records)
      throws IOException, InterruptedException {
    Path payloads = stack.folder().resolve(topic + ".payloads");
    Files.writeString(payloads, String.join(DELIMITER, texts));
    return produce(
        topic,
        records,
        List.of("--payload-file", payloads.toString(), "--payload-delimiter", DELIMITER));
  }

  /** The same with records of random letters, which do not become smaller by compression. */
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
        .orElseThrow(() -> unread("kafka-producer-perf-test", lines));
  }

  /** Reads records from the start of a topic; as many as are there, or it waits for them. */
  KafkaPerfRate consume(String topic, long records) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap-server",
                stack.settings().kafka().get("bootstrap.servers"),
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
        .orElseThrow(() -> unread("kafka-consumer-perf-test", lines));
  }

  private Map<String, String> producer() {
    Map<String, String> producer = new TreeMap<>(stack.settings().kafka());
    StreamsDefaults.of(stack.settings(), "perf", "", 1)
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
    try (ChildJvm tool = stack.program(name, main, FLAGS, arguments)) {
      if (tool.exitCode(PATIENCE).orElse(-1) != 0) {
        throw stack.failure(name);
      }
    }
    return Files.readAllLines(stack.log(name));
  }

  private static IOException unread(String tool, List<String> lines) {
    return new IOException("The output of " + tool + " has no rate: " + lines);
  }
}
