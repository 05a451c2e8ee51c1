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

/** The yardsticks of sinks: the same events read, and copied, by nothing but the clients. */
public final class ConsumerBaseline {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Settings settings;

  public ConsumerBaseline(Settings settings) {
    this.settings = settings;
  }

  /**
   * What was read.
   *
   * @param cases headers of cases, each another case
   * @param items decisions, each another item
   * @param seconds that reading the decisions took
   */
  public record ConsumeResult(long cases, long items, double seconds) {
    public double rate() {
      return items / seconds;
    }
  }

  /** Reads all headers, then all item decisions. */
  public ConsumeResult consume() {
    long cases = each(Topic.CASE_HEADERS, (key, value) -> {});
    long start = System.nanoTime();
    long items = each(Topic.ITEM_DECISIONS, (key, value) -> {});
    return new ConsumeResult(cases, items, (System.nanoTime() - start) / 1e9);
  }

  /** Copies the bytes of all item decisions into a table with a primary key; items a second. */
  public double copyTo(EmbeddedDatabase database) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bench_items (key text PRIMARY KEY, value bytea NOT NULL)");
      long start = System.nanoTime();
      long items;
      try (PGCopyOutputStream copy =
          new PGCopyOutputStream(
              connection.unwrap(PGConnection.class), "COPY bench_items FROM STDIN")) {
        items = each(Topic.ITEM_DECISIONS, (key, value) -> write(copy, key, value));
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
   * Reads a topic from its beginning to its current end. A loop of its own instead of {@link
   * org.openimr.runtime.kafka.CommittedTopicScanner}: the baseline is what the bare client with
   * default settings needs.
   */
  private long each(Topic topic, BiConsumer<byte[], byte[]> taken) {
    Map<String, Object> consuming = new HashMap<>(settings.kafka());
    consuming.put("isolation.level", "read_committed");
    long count = 0;
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(consuming, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, consumer.partitionsFor(topic.topicName()).size())
              .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          taken.accept(record.key(), record.value());
          count++;
        }
      }
    }
    return count;
  }
}
