package org.openimr.sink.lake;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorDeployment;
import org.openimr.sink.connect.worker.ConnectWorker;
import org.openimr.sink.connect.worker.ConnectWorkerSettings;
import org.openimr.sink.lake.catalog.LakeSettings;
import org.openimr.sink.lake.query.DuckDbSession;
import org.openimr.testkit.pipeline.PipelineFixture;

/** Starts a broker, a registry and a worker with the connectors of the lake. */
final class LakeSinkFixture implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(180);

  private final PipelineFixture cluster;
  private final Settings settings;

  private LakeSinkFixture(PipelineFixture cluster, Map<String, String> lake) {
    this.cluster = cluster;
    this.settings = settings(lake);
  }

  /**
   * Starts the fixture.
   *
   * @param directory data directory of broker and registry
   * @param lake settings of the lake; the commit interval is one second unless they set it
   */
  static LakeSinkFixture start(Path directory, Map<String, String> lake) throws Exception {
    LakeSinkFixture started =
        new LakeSinkFixture(
            PipelineFixture.embedded().withTopics().withSchemas().start(directory), lake);
    try {
      started.startWorker();
      return started;
    } catch (Exception e) {
      started.close();
      throw e;
    }
  }

  private void startWorker() throws Exception {
    ConnectWorker worker = cluster.register(ConnectWorker.start(settings, List.of()));
    ConnectRestClient client = cluster.register(ConnectRestClient.of(worker.restAddress()));
    await().atMost(SOON).until(client::isReady);
    new ConnectorDeployment(List.of(new LakeSink()), settings).apply(client);
  }

  Settings settings() {
    return settings;
  }

  <T extends SpecificRecord> void send(Topic topic, String key, T event) {
    try (KafkaProducer<String, T> producer = cluster.eventProducer()) {
      producer.send(new ProducerRecord<>(topic.topicName(), key, event));
    }
  }

  /** Runs a query and returns its rows, with cells separated by {@code |}. */
  List<String> query(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (DuckDbSession session = DuckDbSession.open(settings);
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

  @Override
  public void close() {
    cluster.close();
  }

  private Settings settings(Map<String, String> lake) {
    List<Setting> known = new ArrayList<>(ConnectWorkerSettings.ALL);
    known.addAll(LakeSettings.ALL);
    Map<String, String> given = new HashMap<>();
    given.put("sinks.worker.port", "0");
    given.put("sinks.lake.commit.interval.ms", "1000");
    given.putAll(lake);
    return cluster.settings(known, given);
  }
}
