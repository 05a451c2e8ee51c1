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
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Topic;
import org.openimr.sink.webhook.delivery.LoopbackReceiver;
import org.openimr.sink.webhook.delivery.SigningKey;

class RedriveIT {
  private static final Duration SOON = Duration.ofSeconds(120);
  private static final Determination WHOLE =
      MadeUpEvents.determination(
          "CM14-0000001", 1, MadeUpEvents.decision(1, "DMEPOS", Outcome.UPHELD, "g"));

  @TempDir Path folder;

  @Test
  void whatAnEndpointRefusedIsADeadLetterAsItCameAndCanBeRedriven() throws Exception {
    AtomicBoolean takes = new AtomicBoolean();
    byte[] value =
        MadeUpEvents.serdes().serializer().serialize(Topic.DETERMINATIONS.topicName(), WHOLE);
    try (LoopbackReceiver receiver =
            new LoopbackReceiver(
                (number, exchange) -> LoopbackReceiver.status(exchange, takes.get() ? 200 : 422));
        EmbeddedWorker worker = EmbeddedWorker.start(folder, endpoint(receiver));
        Producer<byte[], byte[]> producer = worker.producer()) {
      Headers headers =
          MadeUpEvents.headers("event-1", "org.openimr.determination.v1", "CM14-0000001");
      send(producer, Topic.DETERMINATIONS, value, headers);
      await().atMost(SOON).until(() -> worker.records(Topic.DEAD_LETTERS).size() == 1);

      ConsumerRecord<byte[], byte[]> dead = worker.records(Topic.DEAD_LETTERS).getFirst();
      assertThat(dead.value()).isEqualTo(value);
      assertThat(dead.key()).isEqualTo("CM14-0000001".getBytes(UTF_8));
      assertThat(header(dead, DeadLetter.CODE)).isEqualTo("NOT_DELIVERED");
      assertThat(header(dead, DeadLetter.STAGE)).isEqualTo("sink:webhook:claims");
      assertThat(header(dead, DeadLetter.MESSAGE)).isEqualTo("status 422");
      assertThat(header(dead, DeadLetter.TOPIC)).isEqualTo(Topic.DETERMINATIONS.topicName());
      assertThat(header(dead, "ce_id")).isEqualTo("event-1");

      takes.set(true);
      send(producer, Topic.WEBHOOK_REDRIVE, dead.value(), dead.headers());

      await().atMost(SOON).until(() -> receiver.bodies().size() == 2);
      assertThat(receiver.bodies().getLast()).isEqualTo(receiver.bodies().getFirst());
      assertThat(worker.client().configuration("webhook-claims").toString())
          .doesNotContain("whsec_");
    }
  }

  private Map<String, String> endpoint(LoopbackReceiver receiver) throws Exception {
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
