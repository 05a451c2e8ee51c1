package org.openimr.runtime.streams;

import java.util.Properties;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/** Default Kafka Streams settings of all services; settings {@code kafka.*} override them. */
public final class StreamsDefaults {
  private static final int BATCH_BYTES = 128 * 1024;
  private static final int FETCH_BYTES = 4 * 1024 * 1024;

  private StreamsDefaults() {}

  /**
   * The settings of a Streams application.
   *
   * @param applicationId also the consumer group and the prefix of internal topics
   * @param stateDirectory directory of local state
   * @param threads stream threads, 1 or more
   */
  public static Properties of(
      Settings settings, String applicationId, String stateDirectory, long threads) {
    Properties streams = new Properties();
    streams.put("application.id", applicationId);
    streams.put("state.dir", stateDirectory);
    streams.put("num.stream.threads", Long.toString(threads));
    streams.put("processing.guarantee", "exactly_once_v2");
    // internal topics keep their names when the topology changes
    streams.put("ensure.explicit.internal.resource.naming", "true");
    streams.put("replication.factor", "-1");
    streams.put("main.consumer.auto.offset.reset", "earliest");
    // after this time other instances take over the letters of a killed one; Kafka's default: 45 s
    streams.put("session.timeout.ms", "10000");
    streams.put("heartbeat.interval.ms", "3000");
    // after a crash, the state of cases is restored from millions of small records
    streams.put("restore.consumer.max.poll.records", "10000");
    // a response stays in memory until all of it is processed; a larger record is fetched alone
    streams.put("main.consumer.fetch.max.bytes", Integer.toString(FETCH_BYTES));
    // with a backlog, Kafka's default of 1,000 per partition would fill a small heap with letters
    streams.put("buffered.records.per.partition", "200");
    streams.put("topic.message.timestamp.after.max.ms", Topic.UNLIMITED_TIME);
    // the time for which the partitions of a killed instance or a failed thread are not processed
    streams.put("consumer.session.timeout.ms", "10000");
    streams.put("producer.compression.type", "lz4");
    // a determination has about 10 KB: Kafka's default batch would hold one
    streams.put("producer.batch.size", Integer.toString(BATCH_BYTES));
    // maximum time that an idle thread waits before it commits
    streams.put("poll.ms", "20");
    streams.put("producer.max.request.size", Integer.toString(Topic.MAX_DEAD_LETTER_BYTES));
    streams.put("producer.buffer.memory", Long.toString(2L * Topic.MAX_DEAD_LETTER_BYTES));
    streams.putAll(settings.kafka());
    return streams;
  }
}
