package org.openimr.sink.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openimr.sink.webhook.SampleWebhookEvents.decision;
import static org.openimr.sink.webhook.SampleWebhookEvents.determination;
import static org.openimr.sink.webhook.SampleWebhookEvents.determinationAt;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openimr.event.Outcome;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.webhook.delivery.LoopbackWebhookReceiver;
import org.openimr.sink.webhook.delivery.SigningKey;

@Timeout(180)
class WebhookSinkTaskTest {
  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.DETERMINATIONS.topicName(), 0);

  private final RecordingSinkTaskContext context = new RecordingSinkTaskContext(PARTITION);
  private final WebhookSinkTask task = new WebhookSinkTask();
  private LoopbackWebhookReceiver receiver;
  private LoopbackWebhookReceiver.ResponseBehavior behaviour =
      (number, exchange) -> LoopbackWebhookReceiver.status(exchange, 200);

  @BeforeEach
  void startReceiver() throws IOException {
    receiver = new LoopbackWebhookReceiver(this::answer);
    task.initialize(context);
  }

  @AfterEach
  void stop() {
    task.stop();
    receiver.close();
  }

  @Test
  void recordsAreDeliveredAndThenCommitted() {
    task.start(config(Map.of()));

    task.put(records(10));

    Awaitility.await().until(() -> committed(10) == 10);
    assertThat(receiver.bodies()).hasSize(10);
  }

  @Test
  void commitsNothingPastAnUndeliveredRecord() {
    CountDownLatch release = new CountDownLatch(1);
    behaviour =
        (number, exchange) -> {
          awaitIf(exchange, release);
          LoopbackWebhookReceiver.status(exchange, 200);
        };
    task.start(config(Map.of()));

    task.put(records(10));

    Awaitility.await().until(() -> receiver.bodies().size() == 10);
    assertThat(committed(10)).isLessThan(10);
    release.countDown();
    Awaitility.await().until(() -> committed(10) == 10);
  }

  @Test
  void pausesConsumptionAtMaxPending() {
    CountDownLatch release = new CountDownLatch(1);
    behaviour =
        (number, exchange) -> {
          await(release);
          LoopbackWebhookReceiver.status(exchange, 200);
        };
    task.start(config(Map.of("max.pending", "5")));

    task.put(records(10));
    assertThat(context.isPaused()).isTrue();
    release.countDown();

    Awaitility.await()
        .until(
            () -> {
              task.put(List.of());
              return !context.isPaused();
            });
  }

  @Test
  void goneStopsTheTask() {
    behaviour = (number, exchange) -> LoopbackWebhookReceiver.status(exchange, 410);
    task.start(config(Map.of()));

    task.put(records(1));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> task.put(List.of()))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("410"));
    assertThat(committed(1)).isZero();
  }

  @Test
  void filteredRecordsAreCommittedImmediately() {
    task.start(config(Map.of("outcome", "OVERTURNED")));

    task.put(records(3));

    assertThat(committed(3)).isEqualTo(3);
    assertThat(receiver.requests()).isZero();
  }

  @Test
  void revokedPartitionsAreNotCommitted() {
    task.start(config(Map.of()));
    task.put(records(3));

    task.close(Set.of(PARTITION));

    assertThat(task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(3)))).isEmpty();
  }

  private void answer(int number, HttpExchange exchange) throws IOException {
    behaviour.answer(number, exchange);
  }

  private long committed(long read) {
    return task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(read))).get(PARTITION).offset();
  }

  private static void awaitIf(HttpExchange exchange, CountDownLatch release) {
    if (exchange.getRequestHeaders().getFirst("webhook-id").equals("id-4")) {
      await(release);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> config(Map<String, String> more) {
    Map<String, String> config = new HashMap<>(more);
    config.put("endpoint", "claims");
    config.put("url", receiver.address().toString());
    config.put("secrets", SigningKey.generate());
    config.put("allow.private", "true");
    config.put("schema.registry.url", SampleWebhookEvents.REGISTRY);
    config.put("kafka.bootstrap.servers", "127.0.0.1:1");
    return config;
  }

  private static List<SinkRecord> records(int count) {
    List<SinkRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(
          determinationAt(
              i, determination("CM14-000000" + i, 1, decision(1, "DMEPOS", Outcome.UPHELD, "g"))));
    }
    return records;
  }
}
