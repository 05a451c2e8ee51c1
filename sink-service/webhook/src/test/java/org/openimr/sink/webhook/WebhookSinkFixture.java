package org.openimr.sink.webhook;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorDeployment;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.worker.ConnectWorker;
import org.openimr.sink.connect.worker.ConnectWorkerSettings;
import org.openimr.testkit.pipeline.PipelineFixture;

/** An embedded broker and a Kafka Connect worker with the configured webhooks. */
final class WebhookSinkFixture implements AutoCloseable {
  private static final Duration MAX_WAIT = Duration.ofSeconds(180);

  private final PipelineFixture cluster;
  private ConnectRestClient client;

  private WebhookSinkFixture(Path directory) throws Exception {
    cluster =
        PipelineFixture.brokerOnly(SampleWebhookEvents.REGISTRY).withTopics().start(directory);
  }

  /** Starts broker and worker, and waits until the tasks of all endpoints run. */
  static WebhookSinkFixture start(Path directory, Map<String, String> endpoints) throws Exception {
    SampleWebhookEvents.serdes();
    WebhookSinkFixture started = new WebhookSinkFixture(directory);
    try {
      started.startWorker(endpoints);
      return started;
    } catch (Exception e) {
      started.close();
      throw e;
    }
  }

  private void startWorker(Map<String, String> endpoints) throws Exception {
    WebhookSink sink = new WebhookSink();
    Settings settings = settings(endpoints);
    ConnectWorker worker = cluster.register(ConnectWorker.start(settings, List.of()));
    client = cluster.register(ConnectRestClient.of(worker.restAddress()));
    await().atMost(MAX_WAIT).until(client::isReady);
    new ConnectorDeployment(List.of(sink), settings).apply(client);
    int connectors = sink.connectors(settings).size();
    await().atMost(MAX_WAIT).until(() -> runs(connectors));
  }

  private boolean runs(int connectors) {
    List<ConnectorStatus> statuses = client.statuses();
    return statuses.size() == connectors && statuses.stream().allMatch(ConnectorStatus::isRunning);
  }

  private Settings settings(Map<String, String> endpoints) {
    Map<String, String> given = new HashMap<>(endpoints);
    given.put("sinks.worker.port", "0");
    List<Setting> known = new ArrayList<>(ConnectWorkerSettings.ALL);
    known.addAll(new WebhookSink().settings());
    return cluster.settings(known, given);
  }

  ConnectRestClient client() {
    return client;
  }

  Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", "0"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** All committed records of a topic. */
  List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (CommittedTopicScanner scanner =
        new CommittedTopicScanner(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
      scanner.scan(topic.topicName(), records::add);
    }
    return records;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
