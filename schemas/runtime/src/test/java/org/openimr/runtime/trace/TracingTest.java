package org.openimr.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

class TracingTest {
  private static final ProcessorSupplier<byte[], byte[], byte[], byte[]> LETTERS =
      () -> (Processor<byte[], byte[], byte[], byte[]>) letter -> {};

  @Test
  void isOffWithoutEndpoint() {
    // Given
    Tracing tracing = Tracing.of(Settings.of(Tracing.SETTINGS), "imr-ingest");
    Properties streams = new Properties();
    Map<String, Object> producer = new HashMap<>();

    // When
    tracing.addTo(streams);
    tracing.addTo(producer);

    // Then
    assertThat(tracing.wrap("read letter", LETTERS)).isSameAs(LETTERS);
    assertThat(streams).isEmpty();
    assertThat(producer).isEmpty();
    assertThat(tracing.spans()).isEmpty();
  }

  @Test
  void addsNoHeaderOutsideOfTrace() {
    // Given
    ProducerRecord<byte[], byte[]> sent =
        new ProducerRecord<>(Topic.LETTERS.topicName(), new byte[0]);

    // When
    try (TracingProducerInterceptor headers = new TracingProducerInterceptor()) {
      headers.onSend(sent);
    }

    // Then
    assertThat(sent.headers()).isEmpty();
  }

  @Test
  void rejectsInvalidSamplingRatio() {
    for (String ratio : List.of("1.5", "-1", "NaN", "all")) {
      Settings settings =
          Settings.of(
              Tracing.SETTINGS,
              Map.of(
                  "traces.otlp.endpoint", "http://127.0.0.1:9/", "traces.sampling.ratio", ratio));

      assertThatThrownBy(() -> Tracing.of(settings, "imr-ingest"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("traces.sampling.ratio must be a number");
    }
  }

  @Test
  void doesNotPrintHeadersOfEndpoint() {
    // Given
    Settings settings =
        Settings.of(Tracing.SETTINGS, Map.of("traces.otlp.headers", "Api-Key=4711"));

    // Then
    assertThat(settings.toString()).contains("traces.otlp.headers=***").doesNotContain("4711");
  }
}
