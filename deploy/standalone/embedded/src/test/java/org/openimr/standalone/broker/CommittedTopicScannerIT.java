package org.openimr.standalone.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.runtime.kafka.TopicScanOptions;
import org.openimr.schemas.topic.TopicReadiness;

/** Runs the scanner against a broker: control records and open transactions can't be mocked. */
class CommittedTopicScannerIT {
  private static final Duration SHORT_IDLE = Duration.ofMillis(500);
  private static final Duration LONG_IDLE = Duration.ofSeconds(20);

  @TempDir private static Path directory;
  private static EmbeddedBroker broker;

  private String topic;
  private TopicPartition partition;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(directory, 0);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void createTopic(TestInfo test) throws Exception {
    topic = test.getTestMethod().orElseThrow().getName();
    partition = new TopicPartition(topic, 0);
    try (Admin admin = Admin.create(kafka())) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
      TopicReadiness.await(admin, List.of(topic));
    }
  }

  @Test
  void readsAllPartitionsInOffsetOrder() {
    try (KafkaProducer<String, String> producer = producer()) {
      producer.beginTransaction();
      List.of("a", "b", "c").forEach(value -> send(producer, 0, value));
      send(producer, 1, "d");
      producer.commitTransaction();
    }

    assertThat(scan(TopicScanOptions.COMMITTED)).containsSubsequence("a", "b", "c").contains("d");
  }

  @Test
  void topicThatDoesNotExistHasNoRecords() {
    topic = "missing";

    assertThat(scan(TopicScanOptions.COMMITTED)).isEmpty();
  }

  @Test
  void endsAtControlRecordsAndAbortedRecords() {
    try (KafkaProducer<String, String> producer = producer()) {
      commit(producer, "a");
      producer.beginTransaction();
      send(producer, 0, "aborted");
      producer.flush();
      producer.abortTransaction();
    }

    assertThat(scan(TopicScanOptions.COMMITTED)).containsExactly("a");
    assertThat(scan(TopicScanOptions.UNCOMMITTED)).containsExactly("a", "aborted");
  }

  @Test
  void endsBeforeOpenTransaction() {
    try (KafkaProducer<String, String> producer = producer()) {
      commit(producer, "a");
      producer.beginTransaction();
      send(producer, 0, "open");
      producer.flush();

      assertThat(scan(TopicScanOptions.COMMITTED)).containsExactly("a");
      assertThat(scan(TopicScanOptions.UNCOMMITTED)).containsExactly("a", "open");
      producer.abortTransaction();
    }
  }

  @Test
  void awaitsOpenTransactionIfAskedTo() {
    try (KafkaProducer<String, String> producer = producer()) {
      commit(producer, "a");
      producer.beginTransaction();
      send(producer, 0, "open");
      producer.flush();
      CompletableFuture<List<String>> scanned =
          CompletableFuture.supplyAsync(
              () -> scan(TopicScanOptions.COMMITTED.awaitingOpenTransactions(LONG_IDLE)));
      producer.commitTransaction();

      assertThat(scanned).succeedsWithin(LONG_IDLE).isEqualTo(List.of("a", "open"));
    }
  }

  @Test
  void failsIfOpenTransactionDoesNotEndInTime() {
    try (KafkaProducer<String, String> producer = producer()) {
      producer.beginTransaction();
      send(producer, 0, "open");
      producer.flush();

      assertThatThrownBy(
              () -> scan(TopicScanOptions.COMMITTED.awaitingOpenTransactions(SHORT_IDLE)))
          .isInstanceOf(TimeoutException.class)
          .hasMessageContaining("no progress for 500 ms");
      producer.abortTransaction();
    }
  }

  @Test
  void readsRangeOnly() {
    publish("a", "b", "c", "d");

    try (CommittedTopicScanner scanner = new CommittedTopicScanner(kafka())) {
      List<String> values = new ArrayList<>();
      scanner.scan(
          Map.of(partition, 1L), Map.of(partition, 3L), record -> values.add(text(record.value())));

      assertThat(values).containsExactly("b", "c");
    }
  }

  @Test
  void continuesAtFirstRecordLeftAfterDeletion() throws Exception {
    publish("a", "b", "c");
    try (Admin admin = Admin.create(kafka());
        CommittedTopicScanner scanner = new CommittedTopicScanner(kafka())) {
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(2))).all().get();
      List<String> values = new ArrayList<>();
      scanner.scan(
          Map.of(partition, 0L),
          scanner.endOffsets(List.of(partition)),
          record -> values.add(text(record.value())));

      assertThat(values).containsExactly("c");
      assertThat(scanner.beginningOffsets(List.of(partition))).containsEntry(partition, 2L);
    }
  }

  @Test
  void findsRecordByOffset() {
    publish("a", "b");

    try (CommittedTopicScanner scanner = new CommittedTopicScanner(kafka())) {
      assertThat(scanner.find(partition, 1).map(record -> text(record.value()))).hasValue("b");
      // offset 2 is the control record of the transaction, 3 was never written
      assertThat(scanner.find(partition, 2)).isEmpty();
      assertThat(scanner.find(partition, 3)).isEmpty();
      assertThat(scanner.find(new TopicPartition(topic, 9), 0)).isEmpty();
      assertThat(scanner.find(new TopicPartition("missing", 0), 0)).isEmpty();
    }
  }

  @Test
  void returnsFirstRecordPerPartition() {
    publish("a", "b");

    try (CommittedTopicScanner scanner = new CommittedTopicScanner(kafka())) {
      List<TopicPartition> all = scanner.partitions(topic);

      assertThat(scanner.firstRecords(scanner.beginningOffsets(all), scanner.endOffsets(all)))
          .containsOnlyKeys(partition)
          .extractingByKey(partition)
          .satisfies(record -> assertThat(text(record.value())).isEqualTo("a"));
      assertThat(scanner.firstRecords(Map.of(partition, 2L), Map.of(partition, 3L))).isEmpty();
    }
  }

  @Test
  void looksUpOffsetsByTime() {
    publish("a", "b");

    try (CommittedTopicScanner scanner = new CommittedTopicScanner(kafka())) {
      assertThat(scanner.offsetsAt(List.of(partition), Instant.EPOCH)).containsEntry(partition, 0L);
      assertThat(scanner.offsetsAt(List.of(partition), Instant.now().plusSeconds(3600)))
          .isEqualTo(scanner.endOffsets(List.of(partition)));
      assertThat(scanner.offsetCount(topic)).isEqualTo(3);
    }
  }

  @Test
  void reportsProgressUpToTheTotal() {
    publish("a", "b");
    AtomicLong passed = new AtomicLong();
    AtomicLong expected = new AtomicLong();

    scan(
        TopicScanOptions.COMMITTED.withProgress(
            (read, total) -> {
              assertThat(read).isBetween(passed.get(), total);
              passed.set(read);
              expected.set(total);
            }));

    assertThat(passed).hasValue(3);
    assertThat(expected).hasValue(3);
  }

  @Test
  void stopsOnRequest() {
    publish("a");

    try (CommittedTopicScanner scanner =
        new CommittedTopicScanner(kafka(), TopicScanOptions.COMMITTED.withStop(() -> true))) {
      assertThat(scanner.scan(topic, record -> {})).isFalse();
    }
  }

  private List<String> scan(TopicScanOptions options) {
    List<String> values = new ArrayList<>();
    try (CommittedTopicScanner scanner = new CommittedTopicScanner(kafka(), options)) {
      assertThat(scanner.scan(topic, record -> values.add(text(record.value())))).isTrue();
    }
    return values;
  }

  /** Publishes to partition 0 in one transaction, whose end is one more offset. */
  private void publish(String... values) {
    try (KafkaProducer<String, String> producer = producer()) {
      commit(producer, values);
    }
  }

  private void commit(KafkaProducer<String, String> producer, String... values) {
    producer.beginTransaction();
    List.of(values).forEach(value -> send(producer, 0, value));
    producer.commitTransaction();
  }

  private void send(KafkaProducer<String, String> producer, int to, String value) {
    producer.send(new ProducerRecord<>(topic, to, "key", value));
  }

  private KafkaProducer<String, String> producer() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", topic);
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    producer.initTransactions();
    return producer;
  }

  private static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static String text(byte[] value) {
    return new String(value, UTF_8);
  }
}
