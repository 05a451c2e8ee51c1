package org.openimr.runtime.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.settings.Settings;

class JsonLineEncoderTest {
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();
  private final Logger log = new LoggerContext().getLogger("org.openimr.Example");

  JsonLineEncoderTest() {
    events.start();
    log.addAppender(events);
  }

  @Test
  void encodesEventAsOneObjectPerLine() throws IOException {
    // When
    log.atWarn().addKeyValue("check", "broker").addKeyValue("seconds", 7).log("it {}", "waits");

    // Then
    JsonNode line = line();
    assertThat(line.properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "time", "level", "service", "logger", "thread", "message", "check", "seconds");
    assertThat(Instant.parse(line.get("time").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(line.get("level").asText()).isEqualTo("WARN");
    assertThat(line.get("service").asText()).isEqualTo("ingest");
    assertThat(line.get("message").asText()).isEqualTo("it waits");
    assertThat(line.get("check").asText()).isEqualTo("broker");
    assertThat(line.get("seconds").asInt()).isEqualTo(7);
  }

  @Test
  void omitsUnknownKeys() throws IOException {
    // When
    log.atInfo().addKeyValue("patient", "someone").log("done");

    // Then
    assertThat(line().has("patient")).isFalse();
  }

  @Test
  void encodesFailureAsClassesWithoutMessages() throws IOException {
    // When
    log.error("failed", new IllegalStateException("told", new IOException("quoted")));

    // Then
    assertThat(line().get("error").asText())
        .isEqualTo("java.lang.IllegalStateException < java.io.IOException");
    assertThat(line().toString()).doesNotContain("told", "quoted");
  }

  @Test
  void rejectsUnknownFormat() {
    // Given
    Settings settings = Settings.of(List.of(LogConfiguration.FORMAT), Map.of("log.format", "xml"));

    // Then
    assertThatThrownBy(() -> LogConfiguration.apply(settings, "ingest"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("log.format must be plain");
  }

  private JsonNode line() throws IOException {
    String text = new String(new JsonLineEncoder("ingest").encode(events.list.getFirst()), UTF_8);
    assertThat(text).endsWith("\n").doesNotContain("\n{");
    return new ObjectMapper().readTree(text);
  }
}
