package org.openimr.sink.connect.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openimr.runtime.health.HealthStatus;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorDeployment;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.client.RecordSkipper;
import org.openimr.sink.connect.record.EventConverter;
import org.openimr.sink.connect.record.RecordPosition;
import org.openimr.sink.connect.record.SafeStackTrace;
import org.openimr.sink.connect.spi.SinkType;
import org.openimr.sink.reconcile.spi.SinkInventory;
import org.openimr.testkit.pipeline.PipelineFixture;

final class ConnectWorkerIT {
  private static final String TOPIC = "records";
  private static final Duration SOON = Duration.ofSeconds(120);

  @RegisterExtension final PipelineFixture cluster = PipelineFixture.brokerOnly("mock://unused");

  private ConnectWorker worker;
  private ConnectRestClient client;

  @BeforeEach
  void startWorker() throws Exception {
    RecordingConnector.SEEN.clear();
    try (Admin admin = cluster.admin()) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(TOPIC, 1, (short) 1),
                  new NewTopic(Topic.DEAD_LETTERS.topicName(), 1, (short) 1),
                  new NewTopic(Topic.DEAD_LETTER_HEADS.topicName(), 1, (short) 1)))
          .all()
          .get();
    }
    worker = ConnectWorker.start(settings(), List.of());
    client = ConnectRestClient.of(worker.restAddress());
    await().atMost(SOON).until(client::isReady);
  }

  @AfterEach
  void stopWorker() {
    client.close();
    worker.close();
  }

  @Test
  void deliversRecordsToACreatedConnector() {
    client.put("recording", recording());

    send("one", "two");

    await().atMost(SOON).until(() -> RecordingConnector.SEEN.size() == 2);
    assertThat(RecordingConnector.SEEN).containsExactly("one", "two");
    await().atMost(SOON).until(() -> is(ConnectorStatus::isRunning));
  }

  @Test
  void skippedRecordBecomesADeadLetter() {
    new ConnectorDeployment(List.of(new RecordingSinkType(Map.of())), settings()).apply(client);
    send("one", "poison", "three");
    await().atMost(SOON).until(() -> is(ConnectorStatus::isFailed));

    RecordSkipper skip = new RecordSkipper(client, settings());
    skip.skip(status(), skip.failedPosition(status()).orElseThrow());

    await().atMost(SOON).until(() -> RecordingConnector.SEEN.contains("three"));
    assertThat(RecordingConnector.SEEN).contains("one").doesNotContain("poison");
    assertThat(deadLetters()).containsExactly("poison SINK_FAILED sink:recording records/0/1");
  }

  @Test
  void noLagAfterSkippingTheLastRecordOfAPartition() {
    new ConnectorDeployment(List.of(new RecordingSinkType(Map.of())), settings()).apply(client);
    send("one");
    await().atMost(SOON).until(() -> RecordingConnector.SEEN.contains("one"));
    RecordSkipper skip = new RecordSkipper(client, settings());
    await().atMost(SOON).until(() -> skip.pendingPositions("recording").isEmpty());
    send("poison");
    await().atMost(SOON).until(() -> is(ConnectorStatus::isFailed));
    assertThat(skip.pendingPositions("recording")).containsExactly(new RecordPosition(TOPIC, 0, 1));

    skip.skip(status(), new RecordPosition(TOPIC, 0, 1));

    await().atMost(SOON).until(() -> is(ConnectorStatus::isRunning));
    await().atMost(SOON).until(() -> skip.pendingPositions("recording").isEmpty());
  }

  @Test
  void undecodableRecordReportsItsPosition() {
    new ConnectorDeployment(
            List.of(
                new RecordingSinkType(
                    Map.of(
                        "value.converter",
                        EventConverter.class.getName(),
                        "value.converter.schema.registry.url",
                        "http://127.0.0.1:1"))),
            settings())
        .apply(client);
    send("no event");

    await().atMost(SOON).until(() -> is(ConnectorStatus::isFailed));

    assertThat(SafeStackTrace.parse(status().failure().orElseThrow()).position())
        .contains(new RecordPosition(TOPIC, 0, 0));
  }

  @Test
  void restartsAFailedTask() {
    new ConnectorDeployment(List.of(new RecordingSinkType(Map.of())), settings()).apply(client);
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    try (ConnectorSupervisor watch = ConnectorSupervisor.start(worker.restAddress(), metrics)) {
      send("poison");

      HealthStatus failed =
          await()
              .atMost(SOON)
              .until(watch::get, found -> found.state() == HealthStatus.State.DEGRADED);
      assertThat(failed.reason())
          .contains("recording failed: ", "ConnectException")
          .doesNotContain("text of a letter");
      await()
          .atMost(SOON)
          .until(() -> metrics.counter("imr.sink.restarts", "connector", "recording").count() > 0);
    }
  }

  /** Not while the worker does not know of it yet. */
  private boolean is(Predicate<ConnectorStatus> wanted) {
    return client.statuses().stream().anyMatch(wanted);
  }

  private ConnectorStatus status() {
    return client.statuses().getFirst();
  }

  private List<String> deadLetters() {
    List<String> letters = new ArrayList<>();
    try (CommittedTopicScanner scanner =
        new CommittedTopicScanner(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
      scanner.scan(
          Topic.DEAD_LETTERS.topicName(),
          record ->
              letters.add(
                  new String(record.value(), UTF_8)
                      + " "
                      + header(record, DeadLetterReason.CODE)
                      + " "
                      + header(record, DeadLetterReason.STAGE)
                      + " "
                      + header(record, DeadLetterReason.TOPIC)
                      + "/"
                      + header(record, DeadLetterReason.PARTITION)
                      + "/"
                      + header(record, DeadLetterReason.OFFSET)));
    }
    return letters;
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private record RecordingSinkType(Map<String, String> more) implements SinkType {
    @Override
    public String name() {
      return "recording";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public boolean isConfigured(Settings settings) {
      return true;
    }

    @Override
    public void prepare(Settings settings) {}

    @Override
    public Map<String, Map<String, String>> connectors(Settings settings) {
      Map<String, String> connector = new HashMap<>(recording());
      connector.putAll(more);
      return Map.of("recording", connector);
    }

    @Override
    public Optional<SinkInventory> inventory(Settings settings) {
      return Optional.empty();
    }
  }

  private Settings settings() {
    return Settings.of(
        ConnectWorkerSettings.ALL,
        Map.of(
            "kafka.bootstrap.servers",
            cluster.bootstrapServers(),
            "sinks.worker.port",
            "0",
            "sinks.worker.offset.commit.interval.ms",
            "500"));
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
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(TOPIC, value));
      }
    }
  }
}
