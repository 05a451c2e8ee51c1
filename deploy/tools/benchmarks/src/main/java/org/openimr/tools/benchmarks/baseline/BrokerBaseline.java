package org.openimr.tools.benchmarks.baseline;

import java.io.IOException;
import java.util.Locale;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.ConsumerGroupProgress;
import org.openimr.tools.benchmarks.cluster.LettersTopicLoader;
import org.openimr.tools.benchmarks.report.BenchmarkReport;

/** Measures the broker of a replay with records of the same sizes, using the tools of Kafka. */
public final class BrokerBaseline {
  /** Maximum records written to measure a rate. */
  private static final long MAX_RECORDS = 200_000;

  private static final int PAYLOADS = 1_000;
  private static final String LETTERS = "perf.letters";
  private static final String EVENTS = "perf.events";

  private BrokerBaseline() {}

  /**
   * Writes and reads records of the size of letters, then of events; call it after enrich has run.
   *
   * @param letters number of letters on the letters topic
   */
  public static void measure(
      BenchmarkReport report, BenchmarkCluster cluster, int partitions, long letters)
      throws IOException, InterruptedException {
    KafkaPerfTest perf = new KafkaPerfTest(cluster);
    long records = Math.min(letters, MAX_RECORDS);
    cluster.topics().create(LETTERS, partitions);
    cluster.topics().create(EVENTS, partitions);
    int eventBytes = meanEventBytes(cluster);
    report
        .addRow(
            "kafka-producer-perf-test: texts of letters",
            perf.produce(LETTERS, LettersTopicLoader.texts(PAYLOADS), records).describe("letters"))
        .addRow(
            "kafka-consumer-perf-test: the letters topic",
            perf.consume(Topic.LETTERS.topicName(), letters).describe("letters"))
        .addRow(
            String.format(
                Locale.ROOT, "kafka-producer-perf-test: %,d bytes, the mean event", eventBytes),
            perf.produce(EVENTS, eventBytes, records).describe("events"))
        .addRow(
            "kafka-consumer-perf-test: the same records",
            perf.consume(EVENTS, records).describe("events"));
  }

  /** Mean size of an event on the broker in bytes. */
  private static int meanEventBytes(BenchmarkCluster cluster) throws InterruptedException {
    long records = 0;
    for (Topic topic : LettersTopicLoader.events()) {
      records += ConsumerGroupProgress.startedOn(cluster.admin(), topic).records();
    }
    return (int)
        Math.max(
            1, cluster.topics().sizeInBytes(LettersTopicLoader::isEvents) / Math.max(1, records));
  }
}
