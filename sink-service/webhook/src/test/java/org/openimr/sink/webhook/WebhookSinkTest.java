package org.openimr.sink.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.webhook.delivery.SigningKey;

class WebhookSinkTest {
  private static final String KEY = SigningKey.generate();
  private final WebhookSink sink = new WebhookSink();

  @Test
  void hasNoEndpointWithoutUrl() {
    assertThat(sink.isConfigured(settings(Map.of()))).isFalse();
    assertThat(sink.connectors(settings(Map.of()))).isEmpty();
  }

  @Test
  void eachEndpointHasAConnector() {
    Settings settings =
        settings(
            Map.of(
                "sinks.webhook.claims.url", "https://hooks.example/claims",
                "sinks.webhook.claims.outcome", "OVERTURNED",
                "sinks.webhook.claims.events", "determinations;item-decisions",
                "sinks.webhook.audit.url", "https://hooks.example/audit",
                "sinks.webhook.audit.from", "latest"));

    Map<String, Map<String, String>> connectors = sink.connectors(settings);

    assertThat(sink.isConfigured(settings)).isTrue();
    assertThat(connectors).containsOnlyKeys("webhook-audit", "webhook-claims");
    assertThat(connectors.get("webhook-claims"))
        .containsEntry(
            "topics", "imr.determinations.v1,imr.item-decisions.v1,imr.webhooks.redrive.v1")
        .containsEntry("endpoint", "claims")
        .containsEntry("url", "https://hooks.example/claims")
        .containsEntry("outcome", "OVERTURNED")
        .containsEntry("consumer.override.auto.offset.reset", "earliest");
    assertThat(connectors.get("webhook-audit"))
        .containsEntry("topics", "imr.determinations.v1,imr.webhooks.redrive.v1")
        .containsEntry("consumer.override.auto.offset.reset", "latest");
  }

  @Test
  void secretsAreReferencedNotCopied() {
    Settings settings =
        settings(
            Map.of(
                "sinks.webhook.claims.url", "https://hooks.example/claims",
                "sinks.webhook.claims.secrets", KEY,
                "kafka.ssl.keystore.password", "hush"));

    Map<String, String> connector = sink.connectors(settings).get("webhook-claims");

    assertThat(connector)
        .containsEntry("secrets", "${imr:sinks.webhook.claims.secrets}")
        .containsEntry("kafka.ssl.keystore.password", "${imr:kafka.ssl.keystore.password}")
        .containsEntry("kafka.bootstrap.servers", "127.0.0.1:9092");
    assertThat(connector.values()).doesNotContain(KEY, "hush");
  }

  @Test
  void connectorConfigurationIsValid() {
    Map<String, String> connector =
        new HashMap<>(
            sink.connectors(settings(Map.of("sinks.webhook.claims.url", "https://hooks.example/")))
                .get("webhook-claims"));
    connector.put("secrets", KEY);
    connector.put("warning", "TEXT_EXCLUDED; pages_missing");

    assertThat(new WebhookSinkConnector().validate(connector).configValues())
        .allMatch((ConfigValue value) -> value.errorMessages().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "url, http://10.0.0.1/hook, sinks.webhook.claims.url",
    "url, https://169.254.169.254/latest, sinks.webhook.claims.url",
    "url, ftp://hooks.example/, sinks.webhook.claims",
    "events, letters, sinks.webhook.claims.events",
    "max.attempts, many, sinks.webhook.claims",
    "secrets, hush, sinks.webhook.claims",
    "warning, PAGES_MISSNG, sinks.webhook.claims",
    "warning, UNKNOWN, sinks.webhook.claims",
  })
  void rejectsInvalidOptionByName(String option, String value, String named) {
    Map<String, String> given = new HashMap<>();
    given.put("sinks.webhook.claims.url", "https://192.88.1.1/");
    given.put("sinks.webhook.claims.secrets", KEY);
    given.put("sinks.webhook.claims." + option, value);

    assertThatThrownBy(() -> sink.prepare(settings(given)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named)
        .hasMessageNotContaining("hush");
  }

  @Test
  void rejectsEndpointWithoutUrl() {
    Settings settings = settings(Map.of("sinks.webhook.claims.max.attempts", "3"));

    assertThatThrownBy(() -> sink.isConfigured(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sinks.webhook.claims.url");
  }

  @ParameterizedTest
  @CsvSource({
    "at.once, max.in.flight",
    "waiting, max.pending",
    "tries, max.attempts",
    "retry.first.ms, retry.initial.ms",
    "circuit.longest.ms, circuit.max.ms",
  })
  void namesTheReplacementOfARetiredKey(String retired, String replacement) {
    assertThatThrownBy(() -> settings(Map.of("sinks.webhook.claims." + retired, "3")))
        .hasMessageContaining("sinks.webhook.claims." + replacement);
  }

  private Settings settings(Map<String, String> given) {
    return Settings.of(sink.settings(), given);
  }
}
