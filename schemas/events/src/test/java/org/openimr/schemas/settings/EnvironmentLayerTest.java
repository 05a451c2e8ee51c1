package org.openimr.schemas.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentLayerTest {
  private static final List<Setting> KNOWN =
      List.of(
          Setting.of("ingest.http.port", "8080", "port"),
          Setting.of("sinks.webhook.*.url", "", "address"),
          Setting.of("log.format", "plain", "format"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IMR_MONITOR_HTTP_PORT",
        "IMR_ENRICH_STATE_DIR",
        "IMR_DATABASE_PASSWORD",
        "IMR_TAG",
        "IMR_SINKS_WORKER",
        "IMR_INGEST_PORT",
        "IMR_INGEST_PORT_8080_TCP",
        "IMR_INGEST_PORT_8080_TCP_ADDR",
        "IMR_INGEST_SERVICE_HOST",
        "IMR_INGEST_SERVICE_PORT_HTTP",
        "IMR_"
      })
  void ignoresVariablesOfOtherComponents(String variable) {
    EnvironmentLayer layer = EnvironmentLayer.of(KNOWN, Map.of(variable, "secret"));

    assertThat(layer.ignored()).containsExactly(variable);
    assertThat(Settings.of(KNOWN, layer.values()).toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"IMR_INGEST_HTTP_PROT", "IMR_INGEST", "IMR_LOG_FORMT", "IMR_SINKS_WEBHOOK_URL"})
  void misspeltVariablesStopTheService(String variable) {
    Map<String, String> values = EnvironmentLayer.of(KNOWN, Map.of(variable, "1")).values();

    assertThatThrownBy(() -> Settings.of(KNOWN, values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown settings");
  }

  @Test
  void readsVariablesOfTheService() {
    EnvironmentLayer layer =
        EnvironmentLayer.of(
            KNOWN,
            Map.of(
                "IMR_INGEST_HTTP_PORT", "1",
                "IMR_KAFKA_LINGER_MS", "2",
                "IMR_SCHEMA_REGISTRY_URL", "http://registry",
                "PATH", "/bin"));

    assertThat(layer.values())
        .containsOnlyKeys("ingest.http.port", "kafka.linger.ms", "schema.registry.url");
    assertThat(layer.ignored()).isEmpty();
  }
}
