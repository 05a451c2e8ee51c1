package org.openimr.sink.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.embedded.EmbeddedBroker;
import org.openimr.schemas.Settings;

final class ConnectWorkerIT {
  private static final String TOPIC = "records";
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;

  private EmbeddedBroker broker;
  private ConnectWorker worker;
  private SinksClient client;

  @BeforeEach
  void startWorker() throws Exception {
    RecordingConnector.SEEN.clear();
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    worker = ConnectWorker.start(settings(), List.of());
    client = SinksClient.of(worker.rest());
    await().atMost(SOON).until(client::isReady);
  }

  @AfterEach
  void stopWorker() {
    client.close();
    worker.close();
    broker.close();
  }

  @Test
  void recordsGoToTheConnectorThatWasPut() {
    client.put("recording", recording());

    send("one", "two");

    await().atMost(SOON).until(() -> RecordingConnector.SEEN.size() == 2);
    assertThat(RecordingConnector.SEEN).containsExactly("one", "two");
    await().atMost(SOON).until(() -> client.statuses().getFirst().isRunning());
  }

  @Test
  void aPoisonedRecordIsPassedByMovingThePosition() {
    client.put("recording", recording());
    send("one", "poison", "three");
    await()
        .atMost(SOON)
        .until(() -> client.statuses().stream().anyMatch(ConnectorStatus::isFailed));

    client.stop("recording");
    client.moveTo("recording", List.of(new Position(TOPIC, 0, 2)));
    client.resume("recording");

    await().atMost(SOON).until(() -> RecordingConnector.SEEN.contains("three"));
  }

  private Settings settings() {
    return Settings.of(
        WorkerSettings.ALL,
        Map.of("kafka.bootstrap.servers", broker.bootstrapServers(), "sinks.worker.port", "0"));
  }

  private static Map<String, String> recording() {
    return Map.of(
        "connector.class",
        RecordingConnector.class.getName(),
        "topics",
        TOPIC,
        "value.converter",
        "org.apache.kafka.connect.storage.StringConverter");
  }

  private void send(String... values) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(TOPIC, value));
      }
    }
  }
}
