package org.openimr.runtime.streams;

import java.util.Properties;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/** What Kafka Streams runs with in every service; {@code kafka.*} settings win over it. */
public final class StreamsDefaults {
  private static final int BATCH_BYTES = 128 * 1024;
  private static final int FETCH_BYTES = 4 * 1024 * 1024;

  private StreamsDefaults() {}

  /**
   * Settings of a Streams application.
   *
   * @param applicationId also the consumer group and the prefix of internal topics
   * @param stateFolder folder for local state
   * @param threads stream threads, 1 or more
   */
  public static Properties of(
      Settings settings, String applicationId, String stateFolder, long threads) {
    Properties streams = new Properties();
    streams.put("application.id", applicationId);
    streams.put("state.dir", stateFolder);
    streams.put("num.stream.threads", Long.toString(threads));
    streams.put("processing.guarantee", "exactly_once_v2");
    // all that may be done offline is done by the deploy step; names of processors are ours
    streams.put("ensure.explicit.internal.resource.naming", "true");
    streams.put("replication.factor", "-1");
    streams.put("main.consumer.auto.offset.reset", "earliest");
    // a killed instance's letters are taken up by others so much later; Kafka's own is 45 s
    streams.put("session.timeout.ms", "10000");
    streams.put("heartbeat.interval.ms", "3000");
    // small records by the million: what is known of cases, after a crash
    streams.put("restore.consumer.max.poll.records", "10000");
    // an answer is kept in memory until all of it is processed; a larger record comes alone
    streams.put("main.consumer.fetch.max.bytes", Integer.toString(FETCH_BYTES));
    // with a backlog, Kafka's 1,000 of each partition and topology would fill a small heap with
    // letters
    streams.put("buffered.records.per.partition", "200");
    streams.put("topic.message.timestamp.after.max.ms", Topic.UNLIMITED_TIME);
    // so long the partitions of an instance stand that was killed, or of a thread that failed
    streams.put("consumer.session.timeout.ms", "10000");
    streams.put("producer.compression.type", "lz4");
    // a determination takes some 10 KB: Kafka's own batch would hold one
    streams.put("producer.batch.size", Integer.toString(BATCH_BYTES));
    // longest that a thread without letters sleeps before it commits what it has
    streams.put("poll.ms", "20");
    streams.put("producer.max.request.size", Integer.toString(Topic.MAX_DEAD_LETTER_BYTES));
    streams.put("producer.buffer.memory", Long.toString(2L * Topic.MAX_DEAD_LETTER_BYTES));
    streams.putAll(settings.kafka());
    return streams;
  }
}
