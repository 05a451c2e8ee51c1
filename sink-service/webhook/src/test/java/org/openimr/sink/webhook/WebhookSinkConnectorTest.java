package org.openimr.sink.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.openimr.sink.webhook.delivery.SigningKey;

class WebhookSinkConnectorTest {
  private static final String KEY = SigningKey.generate();
  private final WebhookSinkConnector connector = new WebhookSinkConnector();

  @Test
  void isDiscoverableByServiceLoader() {
    assertThat(ServiceLoader.load(SinkConnector.class))
        .hasAtLeastOneElementOfType(WebhookSinkConnector.class);
  }

  @Test
  void acceptsAValidConfiguration() {
    assertThat(errors(Map.of())).isEmpty();
  }

  @Test
  void reportsInvalidOptionsBeforeStart() {
    assertThat(errors(Map.of("url", "ftp://hooks.example/"))).containsOnlyKeys("url");
    assertThat(errors(Map.of("secrets", "hush"))).containsOnlyKeys("secret.file");
    assertThat(errors(Map.of("secrets", "hush")).toString()).doesNotContain("hush");
    assertThat(errors(Map.of("secret.file", "/not/there"))).containsOnlyKeys("secret.file");
    assertThat(errors(Map.of("max.attempts", "0"))).containsOnlyKeys("max.attempts");
  }

  @Test
  void everyTaskHasTheWholeConfiguration() {
    connector.start(config(Map.of()));

    assertThat(connector.taskConfigs(3)).hasSize(3).containsOnly(config(Map.of()));
  }

  private Map<String, List<String>> errors(Map<String, String> more) {
    Map<String, List<String>> errors = new HashMap<>();
    connector
        .validate(config(more))
        .configValues()
        .forEach(
            value -> {
              if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
              }
            });
    return errors;
  }

  private static Map<String, String> config(Map<String, String> more) {
    Map<String, String> config = new HashMap<>();
    config.put("endpoint", "claims");
    config.put("url", "https://hooks.example/imr");
    config.put("secrets", KEY);
    config.putAll(more);
    return config;
  }
}
