package org.openimr.sink.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.embedded.EmbeddedStack;
import org.openimr.event.Outcome;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.SchemaRegistration;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.schemas.TopicCreation;
import org.openimr.sink.connect.ConnectWorker;
import org.openimr.sink.connect.SinkDeployment;
import org.openimr.sink.connect.SinksClient;
import org.openimr.sink.connect.WorkerSettings;
import org.openimr.sink.reconcile.Holdings;

final class LakeSinkIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final LocalDate MAY = LocalDate.of(2016, 5, 4);

  private static final String ROWS_OF_SECOND_CASE =
      "SELECT * FROM decisions WHERE caseKey = 'CM16-0000002' ORDER BY itemNumber";

  @TempDir static Path folder;

  private static EmbeddedStack stack;
  private static ConnectWorker worker;
  private static SinksClient client;
  private static Settings settings;

  @BeforeAll
  static void startWorker() throws Exception {
    stack = EmbeddedStack.start(folder, EmbeddedStack.Ports.FREE);
    settings = settings();
    try (Admin admin = Admin.create(Map.copyOf(settings.kafka()))) {
      TopicCreation.create(admin, TopicCreation.BROKERS_OWN_REPLICATION);
    }
    SchemaRegistration.register(settings.registry());
    List<LakeSink> sinks = List.of(new LakeSink());
    worker = ConnectWorker.start(settings, List.of());
    client = SinksClient.of(worker.rest());
    await().atMost(SOON).until(client::isReady);
    new SinkDeployment(sinks, settings).apply(client);
  }

  @AfterAll
  static void stopWorker() {
    client.close();
    worker.close();
    stack.close();
  }

  @Test
  void holdsTheNewestRowOfEachKeyAndNoneThatIsRemoved() throws SQLException {
    send(
        Topic.DETERMINATIONS,
        "CM16-0000001",
        MadeUpEvents.determination("CM16-0000001", 1, 3, MAY));
    for (int number = 1; number <= 3; number++) {
      send(
          Topic.ITEM_DECISIONS,
          "CM16-0000001#" + number,
          MadeUpEvents.item("CM16-0000001", number, 1, MAY, Outcome.UPHELD));
    }
    send(
        Topic.DETERMINATIONS,
        "CM16-0000001",
        MadeUpEvents.determination("CM16-0000001", 2, 2, MAY));
    send(
        Topic.ITEM_DECISIONS,
        "CM16-0000001#1",
        MadeUpEvents.item("CM16-0000001", 1, 2, MAY, Outcome.OVERTURNED));
    send(
        Topic.ITEM_DECISIONS,
        "CM16-0000001#2",
        MadeUpEvents.item("CM16-0000001", 2, 2, MAY, Outcome.UPHELD));
    send(Topic.ITEM_DECISIONS, "CM16-0000001#3", null);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              try (Holdings held = new LakeSink().holdings(settings).orElseThrow()) {
                Map<String, Integer> items = new HashMap<>();
                held.forEachItem(items::put);
                assertThat(held.cases()).isEqualTo(1);
                assertThat(items)
                    .containsEntry("CM16-0000001#1", 2)
                    .containsEntry("CM16-0000001#2", 2)
                    .doesNotContainKey("CM16-0000001#3");
              }
            });
    assertThat(
            query(
                "SELECT itemNumber, revision, removed, outcome FROM decisions WHERE caseKey = 'CM16-0000001' ORDER BY recordOffset"))
        .hasSize(6)
        .contains("3|null|true|null", "1|2|false|OVERTURNED");
    assertThat(
            query(
                "SELECT request.category, decisionDate, receivedAt FROM decisions_newest WHERE caseKey = 'CM16-0000001' LIMIT 1"))
        .containsExactly("Physical Medicine|2016-05-04|2016-05-04T10:00Z");
  }

  @Test
  void smallFilesAreWrittenTogetherAndTheSinkGoesOn() throws SQLException {
    for (int number = 1; number <= 3; number++) {
      sendAndAwait("CM16-0000002", number);
    }
    LakeMaintenance maintenance = new LakeMaintenance(settings);
    List<String> before = query(ROWS_OF_SECOND_CASE);

    List<LakeMaintenance.Change> compacted = maintenance.compact(128 << 20, (table, done) -> {});
    List<LakeMaintenance.Change> expired = maintenance.expire(Duration.ZERO);

    assertThat(compacted.getFirst().after()).isLessThan(compacted.getFirst().before());
    assertThat(expired).allMatch(change -> change.after() <= 1);
    assertThat(query(ROWS_OF_SECOND_CASE)).isEqualTo(before).hasSize(3);
    sendAndAwait("CM16-0000002", 4);
    assertThat(query(ROWS_OF_SECOND_CASE)).hasSize(4).containsAll(before);
  }

  @Test
  void everyReadyQueryIsUnderstood() throws SQLException {
    for (LakeExample example : LakeExample.all()) {
      assertThat(query(example.sql())).as(example.name()).isNotNull();
      assertThat(example.meaning()).isNotBlank();
    }
  }

  private static void sendAndAwait(String caseKey, int number) {
    String key = caseKey + "#" + number;
    send(Topic.ITEM_DECISIONS, key, MadeUpEvents.item(caseKey, number, 1, MAY, Outcome.UPHELD));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        query(
                            "SELECT 1 FROM decisions WHERE caseKey || '#' || itemNumber = '"
                                + key
                                + "'"))
                    .hasSize(1));
  }

  private static Settings settings() {
    List<Setting> known = new ArrayList<>(WorkerSettings.ALL);
    known.addAll(LakeSettings.ALL);
    return Settings.of(
        known,
        Map.of(
            "kafka.bootstrap.servers", stack.broker().bootstrapServers(),
            "schema.registry.url", stack.registry().url(),
            "sinks.worker.port", "0",
            "sinks.lake.warehouse", folder.resolve("lake").toString(),
            "sinks.lake.commit.every.ms", "1000"));
  }

  private static <T extends SpecificRecord> void send(Topic topic, String key, T event) {
    try (KafkaProducer<String, T> producer =
        new KafkaProducer<>(
            Map.copyOf(settings.kafka()),
            new StringSerializer(),
            EventSerdes.of(settings.registry()).<T>serializer())) {
      producer.send(new ProducerRecord<>(topic.topicName(), key, event));
    }
  }

  private static List<String> query(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (LakeSession session = LakeSession.open(settings);
        Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          cells.add(String.valueOf(rows.getObject(column)));
        }
        lines.add(String.join("|", cells));
      }
    }
    return lines;
  }
}
