package org.openimr.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.openimr.event.OutcomeStatistics;

class EventSerdesTest {
  private static final Duration MAX_TIME = Duration.ofSeconds(45);

  @Test
  void timesOutOnHangingRegistry() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      EventSerdes serdes =
          EventSerdes.of(
              Map.of("schema.registry.url", "http://127.0.0.1:" + silent.getLocalPort()));
      long before = System.nanoTime();

      assertThatThrownBy(
              () ->
                  serdes
                      .<OutcomeStatistics>serializer()
                      .serialize("topic", new OutcomeStatistics()))
          .isInstanceOf(SerializationException.class);
      assertThatThrownBy(
              () ->
                  serdes
                      .deserializer()
                      .deserialize("topic", ByteBuffer.allocate(9).putInt(1, 7).array()))
          .isInstanceOf(KafkaException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(MAX_TIME);
    }
  }
}
