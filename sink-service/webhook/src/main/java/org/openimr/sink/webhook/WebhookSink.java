package org.openimr.sink.webhook;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigException;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.schemas.topic.TopicCreator;
import org.openimr.sink.connect.spi.SecretConfigProvider;
import org.openimr.sink.connect.spi.SinkType;
import org.openimr.sink.reconcile.spi.SinkInventory;
import org.openimr.sink.webhook.delivery.AddressPolicy;

/** Sends events as signed webhooks, with one connector per endpoint. */
public final class WebhookSink implements SinkType {
  static final String NAME = "webhook";
  private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

  /** Topics that it reads and writes; created when deploying, otherwise by {@link #prepare}. */
  private static final List<Topic> TOPICS =
      List.of(
          Topic.DETERMINATIONS,
          Topic.ITEM_DECISIONS,
          Topic.WEBHOOK_REDRIVE,
          Topic.DEAD_LETTERS,
          Topic.DEAD_LETTER_HEADS);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Setting> settings() {
    return WebhookSettings.all();
  }

  @Override
  public boolean isConfigured(Settings settings) {
    return !WebhookSettings.endpoints(settings).isEmpty();
  }

  @Override
  public void prepare(Settings settings) {
    for (String endpoint : WebhookSettings.endpoints(settings)) {
      WebhookSettings.topics(settings, endpoint);
      check(settings, endpoint);
    }
    try (Admin admin = Admin.create(Map.copyOf(settings.kafka()))) {
      TopicCreator.require(admin, TOPICS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    }
  }

  @Override
  public Map<String, Map<String, String>> connectors(Settings settings) {
    Map<String, Map<String, String>> connectors = new TreeMap<>();
    for (String endpoint : WebhookSettings.endpoints(settings)) {
      connectors.put(NAME + "-" + endpoint, connector(settings, endpoint));
    }
    return connectors;
  }

  @Override
  public Optional<SinkInventory> inventory(Settings settings) {
    return Optional.empty();
  }

  private static Map<String, String> connector(Settings settings, String endpoint) {
    Map<String, String> connector = new TreeMap<>(WebhookSettings.options(settings, endpoint));
    connector.computeIfPresent(
        WebhookConnectorConfig.SECRETS,
        (option, keys) ->
            SecretConfigProvider.reference(WebhookSettings.setting(option, endpoint)));
    connector.put("connector.class", WebhookSinkConnector.class.getName());
    connector.put("tasks.max", settings.text(WebhookSettings.TASKS.named(endpoint)));
    connector.put("topics", String.join(",", WebhookSettings.topics(settings, endpoint)));
    connector.put("key.converter", BYTES);
    connector.put("value.converter", BYTES);
    connector.put("header.converter", BYTES);
    connector.put(
        "consumer.override.auto.offset.reset", settings.text(WebhookSettings.FROM.named(endpoint)));
    connector.put("consumer.override.isolation.level", "read_committed");
    connector.put(WebhookConnectorConfig.NAME, endpoint);
    SecretConfigProvider.kafka(settings)
        .forEach((key, value) -> connector.put(WebhookConnectorConfig.KAFKA + key, value));
    connector.putAll(SecretConfigProvider.registry(settings));
    return connector;
  }

  /** Rejects configurations that can never work, before a worker starts. */
  private static void check(Settings settings, String endpoint) {
    Map<String, String> options = new TreeMap<>(WebhookSettings.options(settings, endpoint));
    options.put(WebhookConnectorConfig.NAME, endpoint);
    try {
      WebhookConnectorConfig config = new WebhookConnectorConfig(options);
      config.keys();
      AddressPolicy.of(config.policy().address(), config.policy().allowPrivate())
          .resolve(config.policy().address().getHost());
    } catch (ConfigException e) {
      throw new IllegalArgumentException("sinks.webhook." + endpoint + ": " + e.getMessage(), e);
    } catch (UnknownHostException e) {
      rejectDenied(e, WebhookSettings.URL.named(endpoint));
    }
  }

  /** A host name that does not resolve now may do so later; a denied address stays denied. */
  private static void rejectDenied(UnknownHostException failure, Setting url) {
    if (AddressPolicy.isDenial(failure)) {
      throw new IllegalArgumentException(url.key() + ": " + failure.getMessage(), failure);
    }
  }
}
