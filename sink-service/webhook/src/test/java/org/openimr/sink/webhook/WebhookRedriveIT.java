package org.openimr.sink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.Determination;
import org.openimr.event.Outcome;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.webhook.delivery.LoopbackWebhookReceiver;
import org.openimr.sink.webhook.delivery.SigningKey;

class WebhookRedriveIT {
  private static final Duration SOON = Duration.ofSeconds(120);
  private static final Determination WHOLE =
      SampleWebhookEvents.determination(
          "CM14-0000001", 1, SampleWebhookEvents.decision(1, "DMEPOS", Outcome.UPHELD, "g"));

  @TempDir Path folder;

  @Test
  void rejectedWebhookBecomesADeadLetterAndCanBeRedriven() throws Exception {
    AtomicBoolean takes = new AtomicBoolean();
    byte[] value =
        SampleWebhookEvents.serdes()
            .serializer()
            .serialize(Topic.DETERMINATIONS.topicName(), WHOLE);
    try (LoopbackWebhookReceiver receiver =
            new LoopbackWebhookReceiver(
                (number, exchange) ->
                    LoopbackWebhookReceiver.status(exchange, takes.get() ? 200 : 422));
        WebhookSinkFixture worker = WebhookSinkFixture.start(folder, endpoint(receiver));
        Producer<byte[], byte[]> producer = worker.producer()) {
      Headers headers =
          SampleWebhookEvents.headers("event-1", "org.openimr.determination.v1", "CM14-0000001");
      send(producer, Topic.DETERMINATIONS, value, headers);
      await().atMost(SOON).until(() -> worker.records(Topic.DEAD_LETTERS).size() == 1);

      ConsumerRecord<byte[], byte[]> dead = worker.records(Topic.DEAD_LETTERS).getFirst();
      assertThat(dead.value()).isEqualTo(value);
      assertThat(dead.key()).isEqualTo("CM14-0000001".getBytes(UTF_8));
      assertThat(header(dead, DeadLetterReason.CODE)).isEqualTo("NOT_DELIVERED");
      assertThat(header(dead, DeadLetterReason.STAGE)).isEqualTo("sink:webhook:claims");
      assertThat(header(dead, DeadLetterReason.MESSAGE)).isEqualTo("status 422");
      assertThat(header(dead, DeadLetterReason.TOPIC)).isEqualTo(Topic.DETERMINATIONS.topicName());
      assertThat(header(dead, "ce_id")).isEqualTo("event-1");

      takes.set(true);
      send(producer, Topic.WEBHOOK_REDRIVE, dead.value(), dead.headers());

      await().atMost(SOON).until(() -> receiver.bodies().size() == 2);
      assertThat(receiver.bodies().getLast()).isEqualTo(receiver.bodies().getFirst());
      assertThat(worker.client().configuration("webhook-claims").toString())
          .doesNotContain("whsec_");
    }
  }

  private Map<String, String> endpoint(LoopbackWebhookReceiver receiver) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), SigningKey.generate());
    return Map.of(
        "sinks.webhook.claims.url", receiver.address().toString(),
        "sinks.webhook.claims.secret.file", secret.toString(),
        "sinks.webhook.claims.allow.private", "true");
  }

  private static void send(
      Producer<byte[], byte[]> producer, Topic topic, byte[] value, Headers headers) {
    producer.send(
        new ProducerRecord<>(
            topic.topicName(), null, "CM14-0000001".getBytes(UTF_8), value, headers));
    producer.flush();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
