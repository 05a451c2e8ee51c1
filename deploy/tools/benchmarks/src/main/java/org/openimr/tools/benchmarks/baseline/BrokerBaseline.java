package org.openimr.tools.benchmarks.baseline;

import java.io.IOException;
import java.util.Locale;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.ConsumerGroupProgress;
import org.openimr.tools.benchmarks.cluster.LettersTopicLoader;
import org.openimr.tools.benchmarks.report.BenchmarkReport;

/** What the broker of a replay can do with the same records, by Kafka's own tools. */
public final class BrokerBaseline {
  /** Records that are written, at most: enough for a rate. */
  private static final long MOST = 200_000;

  private static final int PAYLOADS = 1_000;
  private static final String LETTERS = "perf.letters";
  private static final String EVENTS = "perf.events";

  private BrokerBaseline() {}

  /**
   * Writes and reads records of a letter's size, then of an event's; enrich has run before.
   *
   * @param letters on the letters topic
   */
  public static void measure(
      BenchmarkReport measured, BenchmarkCluster stack, int partitions, long letters)
      throws IOException, InterruptedException {
    KafkaPerfTest perf = new KafkaPerfTest(stack);
    long records = Math.min(letters, MOST);
    stack.topics().create(LETTERS, partitions);
    stack.topics().create(EVENTS, partitions);
    int event = meanEvent(stack);
    measured
        .addRow(
            "kafka-producer-perf-test: texts of letters",
            perf.produce(LETTERS, LettersTopicLoader.texts(PAYLOADS), records).describe("letters"))
        .addRow(
            "kafka-consumer-perf-test: the letters topic",
            perf.consume(Topic.LETTERS.topicName(), letters).describe("letters"))
        .addRow(
            String.format(
                Locale.ROOT, "kafka-producer-perf-test: %,d bytes, as events have", event),
            perf.produce(EVENTS, event, records).describe("events"))
        .addRow(
            "kafka-consumer-perf-test: the same", perf.consume(EVENTS, records).describe("events"));
  }

  /** Bytes of an event on the broker, in the mean of all topics. */
  private static int meanEvent(BenchmarkCluster stack) throws InterruptedException {
    long records = 0;
    for (Topic topic : LettersTopicLoader.events()) {
      records += ConsumerGroupProgress.startedOn(stack.admin(), topic).records();
    }
    return (int)
        Math.max(
            1, stack.topics().sizeInBytes(LettersTopicLoader::isEvents) / Math.max(1, records));
  }
}
