package org.openimr.ingest.source.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.runtime.trace.Tracing;

class KafkaLetterProducerTest {
  private static final RawLetter LETTER =
      new RawLetter(
          "a letter".getBytes(UTF_8),
          Optional.of("text/plain"),
          Optional.of("file:///inbox/ä.txt"),
          Optional.of("ä.txt"));

  private final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final KafkaLetterProducer producer = new KafkaLetterProducer(kafka);

  @Test
  void sendsLetterUnchangedWithSourceHeaders() {
    producer.send(LETTER);

    ProducerRecord<byte[], byte[]> raw = kafka.history().getFirst();
    assertThat(raw.topic()).isEqualTo("imr.letters.raw.v1");
    assertThat(raw.key()).isNull();
    assertThat(raw.value()).isEqualTo(LETTER.bytes());
    assertThat(raw.headers().lastHeader("source-name").value()).isEqualTo("ä.txt".getBytes(UTF_8));
    assertThat(raw.headers().lastHeader("source-uri").value())
        .isEqualTo("file:///inbox/ä.txt".getBytes(UTF_8));
    assertThat(raw.headers().lastHeader("content-type").value())
        .isEqualTo("text/plain".getBytes(UTF_8));
  }

  @Test
  void completesOnlyWhenBrokerConfirms() {
    CompletableFuture<Void> sent = producer.send(LETTER);
    assertThat(sent).isNotDone();

    kafka.completeNext();
    assertThat(sent).isCompleted();
  }

  @Test
  void failsWhenBrokerDoesNotConfirm() {
    CompletableFuture<Void> late = producer.send(LETTER);
    kafka.errorNext(new TimeoutException());
    assertThat(late).isCompletedExceptionally();

    kafka.sendException = new TimeoutException();
    assertThat(producer.send(LETTER)).isCompletedExceptionally();
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 101, 1_000, 10_000})
  void leavesTimeForRequestsWithinDeliveryTimeout(long timeoutMillis) {
    Map<String, Object> configuration =
        KafkaLetterProducer.configuration(Map.of(), Duration.ofMillis(timeoutMillis), Tracing.OFF);

    long request = Long.parseLong((String) configuration.get("request.timeout.ms"));
    long linger = Long.parseLong((String) configuration.get("linger.ms"));
    long delivery = Long.parseLong((String) configuration.get("delivery.timeout.ms"));
    long block = Long.parseLong((String) configuration.get("max.block.ms"));
    assertThat(request).isPositive();
    assertThat(linger + request).isLessThanOrEqualTo(delivery);
    assertThat(block + delivery).isLessThanOrEqualTo(timeoutMillis);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 10, 19, 99})
  void rejectsTooShortDeliveryTimeout(long timeoutMillis) {
    Map<String, String> kafka = Map.of("bootstrap.servers", "127.0.0.1:1");

    assertThatThrownBy(() -> KafkaLetterProducer.create(kafka, Duration.ofMillis(timeoutMillis)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the delivery timeout must be at least 100 ms");
  }

  @Test
  void failsInTimeWhenBrokerIsUnreachable() {
    Map<String, String> unreachable = Map.of("bootstrap.servers", "127.0.0.1:1");
    try (LetterProducer disconnected =
        KafkaLetterProducer.create(unreachable, Duration.ofSeconds(1))) {
      assertThat(disconnected.send(LETTER)).failsWithin(Duration.ofSeconds(30));
    }
  }
}
