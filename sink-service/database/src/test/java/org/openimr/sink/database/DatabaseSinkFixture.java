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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.openimr.event.CaseHeader;
import org.openimr.event.ItemDecision;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorDeployment;
import org.openimr.sink.connect.worker.ConnectWorker;
import org.openimr.sink.connect.worker.ConnectWorkerSettings;
import org.openimr.standalone.database.EmbeddedDatabase;
import org.openimr.testkit.pipeline.PipelineFixture;

/** Starts a broker, a registry, a database and a worker that runs the database sink. */
final class DatabaseSinkFixture implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(180);
  static final String PASSWORD = "synthetic-password";
  static final DatabaseSink SINK = new DatabaseSink();

  private final Path directory;
  private final PipelineFixture cluster;
  private final Settings settings;
  private ConnectWorker worker;
  private ConnectRestClient client;
  private KafkaProducer<String, SpecificRecord> producer;
  private EmbeddedDatabase database;

  private DatabaseSinkFixture(Path directory) throws Exception {
    this.directory = directory;
    cluster =
        PipelineFixture.embedded().withTopics().withSchemas().start(directory.resolve("stack"));
    database = EmbeddedDatabase.start(directory.resolve("database"), 0);
    cluster.register(() -> database.close());
    settings = settings();
  }

  static DatabaseSinkFixture start(Path directory) throws Exception {
    DatabaseSinkFixture started = new DatabaseSinkFixture(directory);
    try {
      started.startWorker();
      return started;
    } catch (Exception e) {
      started.close();
      throw e;
    }
  }

  private void startWorker() throws Exception {
    worker = cluster.register(ConnectWorker.start(settings, SINK.pluginPaths()));
    client = cluster.register(ConnectRestClient.of(worker.restAddress()));
    producer = cluster.register(cluster.eventProducer());
    await().atMost(SOON).until(client::isReady);
    new ConnectorDeployment(List.of(SINK), settings).apply(client);
  }

  Settings settings() {
    List<Setting> known = new ArrayList<>(ConnectWorkerSettings.ALL);
    known.addAll(DatabaseSettings.ALL);
    return cluster.settings(
        known,
        Map.of(
            "sinks.worker.port",
            "0",
            "sinks.worker.offset.commit.interval.ms",
            "500",
            "sinks.database.url",
            database.url(),
            "sinks.database.user",
            database.user(),
            "sinks.database.password",
            PASSWORD));
  }

  URI rest() {
    return worker.restAddress();
  }

  ConnectRestClient worker() {
    return client;
  }

  void send(CaseHeader header) {
    producer.send(
        new ProducerRecord<>(Topic.CASE_HEADERS.topicName(), header.getCaseKey(), header));
  }

  /** Sends an event of a newer service, with a schema that the registry does not know yet. */
  void sendNewer(CaseHeader header, Schema newer, Map<String, Object> newFields) {
    GenericRecord event = new GenericData.Record(newer);
    header
        .getSchema()
        .getFields()
        .forEach(field -> event.put(field.name(), header.get(field.pos())));
    newFields.forEach(event::put);
    Map<String, Object> properties = new TreeMap<>(settings.kafka());
    properties.putAll(settings.registry());
    properties.put("avro.use.logical.type.converters", true);
    try (KafkaProducer<String, Object> newerProducer =
        new KafkaProducer<>(properties, new StringSerializer(), serializer(properties))) {
      newerProducer.send(
          new ProducerRecord<>(Topic.CASE_HEADERS.topicName(), header.getCaseKey(), event));
    }
  }

  private static KafkaAvroSerializer serializer(Map<String, Object> properties) {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(properties, false);
    return serializer;
  }

  /** Sends to the partition of the case, as the enrich service does. */
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

  /** Stops the database while its clients are connected. */
  void stopDatabase() {
    database.close();
  }

  /** Starts the database again with the same data and port. */
  void startDatabase() {
    database = EmbeddedDatabase.start(directory.resolve("database"), database.port());
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), "");
  }

  /** Returns the first column of the first row as text; null without a row or value. */
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
    cluster.close();
  }
}
