package org.openimr.sink.webhook;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Posts events to one endpoint. Each endpoint has a connector, so that none delays another. */
public final class WebhookSinkConnector extends SinkConnector {
  private Map<String, String> properties = Map.of();

  @Override
  public String version() {
    String version = getClass().getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }

  @Override
  public ConfigDef config() {
    return WebhookConnectorConfig.definition();
  }

  @Override
  public Config validate(Map<String, String> connectorConfigs) {
    Config config = super.validate(connectorConfigs);
    boolean wellFormed =
        config.configValues().stream().allMatch(value -> value.errorMessages().isEmpty());
    if (wellFormed) {
      WebhookConnectorConfig endpoint = new WebhookConnectorConfig(connectorConfigs);
      check(config, WebhookConnectorConfig.URL, endpoint::policy);
      check(config, WebhookConnectorConfig.SECRET_FILE, endpoint::keys);
    }
    return config;
  }

  @Override
  public void start(Map<String, String> props) {
    properties = Map.copyOf(props);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return WebhookSinkTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return Collections.nCopies(maxTasks, properties);
  }

  @Override
  public void stop() {
    properties = Map.of();
  }

  private static void check(Config config, String option, Runnable use) {
    try {
      use.run();
    } catch (ConfigException e) {
      config.configValues().stream()
          .filter(value -> value.name().equals(option))
          .forEach((ConfigValue value) -> value.addErrorMessage(e.getMessage()));
    }
  }
}
