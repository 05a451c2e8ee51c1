package org.openimr.benchmarks.pipeline;

import java.io.IOException;
import java.util.Locale;
import org.openimr.schemas.Topic;

/** What the broker of a replay can do with the same records, by Kafka's own tools. */
final class BrokerYardstick {
  /** Records that are written, at most: enough for a rate. */
  private static final long MOST = 200_000;

  private static final int PAYLOADS = 1_000;
  private static final String LETTERS = "perf.letters";
  private static final String EVENTS = "perf.events";

  private BrokerYardstick() {}

  /**
   * Writes and reads records of a letter's size, then of an event's; enrich has run before.
   *
   * @param letters on the letters topic
   */
  static void measure(Measured measured, Stack stack, int partitions, long letters)
      throws IOException, InterruptedException {
    PerfTest perf = new PerfTest(stack);
    long records = Math.min(letters, MOST);
    stack.topics().create(LETTERS, partitions);
    stack.topics().create(EVENTS, partitions);
    int event = meanEvent(stack);
    measured
        .add(
            "kafka-producer-perf-test: texts of letters",
            perf.produce(LETTERS, Letters.texts(PAYLOADS), records).described("letters"))
        .add(
            "kafka-consumer-perf-test: the letters topic",
            perf.consume(Topic.LETTERS.topicName(), letters).described("letters"))
        .add(
            String.format(
                Locale.ROOT, "kafka-producer-perf-test: %,d bytes, as events have", event),
            perf.produce(EVENTS, event, records).described("events"))
        .add(
            "kafka-consumer-perf-test: the same",
            perf.consume(EVENTS, records).described("events"));
  }

  /** Bytes of an event on the broker, in the mean of all topics. */
  private static int meanEvent(Stack stack) throws InterruptedException {
    long records = 0;
    for (Topic topic : Letters.events()) {
      records += GroupProgress.on(stack.admin(), topic).records();
    }
    return (int) Math.max(1, stack.topics().bytesOf(Letters::isEvents) / Math.max(1, records));
  }
}
