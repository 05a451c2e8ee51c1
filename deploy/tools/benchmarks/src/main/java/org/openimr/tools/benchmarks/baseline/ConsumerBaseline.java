package org.openimr.tools.benchmarks.baseline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.standalone.database.EmbeddedDatabase;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Baselines of sinks: reads and copies the same events with plain clients. */
public final class ConsumerBaseline {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Settings settings;

  public ConsumerBaseline(Settings settings) {
    this.settings = settings;
  }

  /**
   * The result of reading.
   *
   * @param cases number of case headers
   * @param items number of item decisions
   * @param seconds time to read the item decisions
   */
  public record ConsumeResult(long cases, long items, double seconds) {
    /** Items per second. */
    public double rate() {
      return items / seconds;
    }
  }

  /** Reads all headers, then all item decisions. */
  public ConsumeResult consume() {
    long cases = scan(Topic.CASE_HEADERS, (key, value) -> {});
    long start = System.nanoTime();
    long items = scan(Topic.ITEM_DECISIONS, (key, value) -> {});
    return new ConsumeResult(cases, items, (System.nanoTime() - start) / 1e9);
  }

  /** Copies all item decisions to a table with a primary key and returns items per second. */
  public double copyTo(EmbeddedDatabase database) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bench_items (key text PRIMARY KEY, value bytea NOT NULL)");
      long start = System.nanoTime();
      long items;
      try (PGCopyOutputStream copy =
          new PGCopyOutputStream(
              connection.unwrap(PGConnection.class), "COPY bench_items FROM STDIN")) {
        items = scan(Topic.ITEM_DECISIONS, (key, value) -> write(copy, key, value));
      }
      return items / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static void write(PGCopyOutputStream copy, byte[] key, byte[] value) {
    String row =
        new String(key, StandardCharsets.UTF_8)
            + "\t\\\\x"
            + HexFormat.of().formatHex(value)
            + "\n";
    try {
      copy.write(row.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a topic from its beginning to its current end. This does not use {@link
   * org.openimr.runtime.kafka.CommittedTopicScanner}, because the baseline is a plain client with
   * default settings.
   */
  private long scan(Topic topic, BiConsumer<byte[], byte[]> action) {
    Map<String, Object> consumerSettings = new HashMap<>(settings.kafka());
    consumerSettings.put("isolation.level", "read_committed");
    long count = 0;
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, consumer.partitionsFor(topic.topicName()).size())
              .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          action.accept(record.key(), record.value());
          count++;
        }
      }
    }
    return count;
  }
}
