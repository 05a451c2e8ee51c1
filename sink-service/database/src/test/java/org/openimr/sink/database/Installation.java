package org.openimr.sink.database;

import static org.awaitility.Awaitility.await;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.openimr.embedded.EmbeddedDatabase;
import org.openimr.embedded.EmbeddedStack;
import org.openimr.event.CaseHeader;
import org.openimr.event.ItemDecision;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.SchemaRegistration;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.schemas.TopicCreation;
import org.openimr.service.Parts;
import org.openimr.sink.connect.ConnectWorker;
import org.openimr.sink.connect.SinkDeployment;
import org.openimr.sink.connect.SinksClient;
import org.openimr.sink.connect.WorkerSettings;

/** Broker, registry, database and worker, all real, with the database's sink at work. */
final class Installation implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(180);
  static final String PASSWORD = "made-up-password";
  static final DatabaseSink SINK = new DatabaseSink();

  private final Parts parts = new Parts();
  private final Path folder;
  private final EmbeddedStack stack;
  private final Settings settings;
  private ConnectWorker worker;
  private SinksClient client;
  private KafkaProducer<String, SpecificRecord> producer;
  private EmbeddedDatabase database;

  private Installation(Path folder) {
    this.folder = folder;
    stack = parts.opened(EmbeddedStack.start(folder.resolve("stack"), EmbeddedStack.Ports.FREE));
    database = EmbeddedDatabase.start(folder.resolve("database"), 0);
    parts.opened(() -> database.close());
    settings = settings();
  }

  static Installation start(Path folder) throws Exception {
    Installation started = new Installation(folder);
    try {
      started.startWorker();
      return started;
    } catch (Exception e) {
      started.close();
      throw e;
    }
  }

  private void startWorker() throws Exception {
    createTopics();
    worker = parts.opened(ConnectWorker.start(settings, SINK.plugins()));
    client = parts.opened(SinksClient.of(worker.rest()));
    producer =
        parts.opened(
            new KafkaProducer<>(
                new TreeMap<>(settings.kafka()),
                new StringSerializer(),
                EventSerdes.of(settings.registry()).serializer()));
    await().atMost(SOON).until(client::isReady);
    new SinkDeployment(List.of(SINK), settings).apply(client);
  }

  Settings settings() {
    List<Setting> known = new ArrayList<>(WorkerSettings.ALL);
    known.addAll(DatabaseSettings.ALL);
    return Settings.of(
        known,
        Map.of(
            "kafka.bootstrap.servers", stack.broker().bootstrapServers(),
            "schema.registry.url", stack.registry().url(),
            "sinks.worker.port", "0",
            "sinks.worker.positions.every.ms", "500",
            "sinks.database.url", database.url(),
            "sinks.database.user", database.user(),
            "sinks.database.password", PASSWORD));
  }

  URI rest() {
    return worker.rest();
  }

  SinksClient worker() {
    return client;
  }

  void send(CaseHeader header) {
    producer.send(
        new ProducerRecord<>(Topic.CASE_HEADERS.topicName(), header.getCaseKey(), header));
  }

  /** An event of a newer service, whose schema the registry does not know yet. */
  void sendNewer(CaseHeader header, Schema newer, Map<String, Object> more) {
    GenericRecord event = new GenericData.Record(newer);
    header
        .getSchema()
        .getFields()
        .forEach(field -> event.put(field.name(), header.get(field.pos())));
    more.forEach(event::put);
    Map<String, Object> properties = new TreeMap<>(settings.kafka());
    properties.putAll(settings.registry());
    properties.put("avro.use.logical.type.converters", true);
    try (KafkaProducer<String, Object> newest =
        new KafkaProducer<>(properties, new StringSerializer(), serializer(properties))) {
      newest.send(new ProducerRecord<>(Topic.CASE_HEADERS.topicName(), header.getCaseKey(), event));
    }
  }

  private static KafkaAvroSerializer serializer(Map<String, Object> properties) {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(properties, false);
    return serializer;
  }

  /** To the partition of the case, as the enrichment does. */
  void send(ItemDecision decision) {
    send(decision.getCaseKey(), decision.getItemNumber(), decision);
  }

  void withdraw(String caseKey, int item) {
    send(caseKey, item, null);
  }

  void withdraw(String caseKey) {
    producer.send(new ProducerRecord<>(Topic.CASE_HEADERS.topicName(), caseKey, null));
  }

  private void send(String caseKey, int item, ItemDecision decision) {
    int partition = Math.floorMod(caseKey.hashCode(), Topic.ITEM_DECISIONS.partitions());
    producer.send(
        new ProducerRecord<>(
            Topic.ITEM_DECISIONS.topicName(), partition, caseKey + "#" + item, decision));
  }

  void flush() {
    producer.flush();
  }

  /** Stops the database under its clients. */
  void stopDatabase() {
    database.close();
  }

  /** Starts it again over its rows and its port. */
  void startDatabase() {
    database = EmbeddedDatabase.start(folder.resolve("database"), database.port());
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), "");
  }

  /** The first column of the first row as text; null if there is no row or no value. */
  String text(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  void awaitText(String query, String expected) {
    await().atMost(SOON).until(() -> expected.equals(text(query)));
  }

  @Override
  public void close() {
    parts.close();
  }

  private void createTopics() throws Exception {
    SchemaRegistration.register(settings.registry());
    try (Admin admin = Admin.create(new TreeMap<>(settings.kafka()))) {
      TopicCreation.create(admin, 1);
    }
  }
}
