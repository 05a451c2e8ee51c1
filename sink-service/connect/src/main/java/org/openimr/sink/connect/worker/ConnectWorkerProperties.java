package org.openimr.sink.connect.worker;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.record.EventConverter;
import org.openimr.sink.connect.spi.SecretConfigProvider;

/** Maps this project's settings to the configuration of a Kafka Connect worker. */
final class ConnectWorkerProperties {
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("key.converter", "org.apache.kafka.connect.storage.StringConverter"),
          Map.entry("value.converter", EventConverter.class.getName()),
          // the default converter infers the type of each header, which is slow
          Map.entry("header.converter", "org.apache.kafka.connect.storage.StringConverter"),
          // schemas are registered when deploying only
          Map.entry("value.converter.auto.register.schemas", "false"),
          // reads service files instead of scanning all jars: 4 s instead of 12
          Map.entry("plugin.discovery", "service_load"),
          Map.entry("connector.client.config.override.policy", "All"),
          // all events of a letter or none
          Map.entry("consumer.isolation.level", "read_committed"),
          Map.entry("consumer.auto.offset.reset", "earliest"),
          Map.entry("offset.storage.partitions", "1"),
          Map.entry("status.storage.partitions", "1"),
          Map.entry("scheduled.rebalance.max.delay.ms", "5000"),
          Map.entry("task.shutdown.graceful.timeout.ms", "3000"),
          // resolves the references to secrets in connector configurations
          Map.entry("config.providers", SecretConfigProvider.NAME + ",env"),
          Map.entry(
              "config.providers.env.class",
              "org.apache.kafka.common.config.provider.EnvVarConfigProvider"),
          Map.entry("config.providers.env.param.allowlist.pattern", "IMR_.*"),
          Map.entry(
              "config.providers." + SecretConfigProvider.NAME + ".class",
              SecretConfigProvider.class.getName()));

  /** Prefixes of the worker and of the clients that it creates for connectors. */
  private static final List<String> CLIENTS = List.of("", "consumer.", "producer.", "admin.");

  private ConnectWorkerProperties() {}

  static Map<String, String> of(Settings settings, Collection<Path> plugins) {
    Map<String, String> properties = new TreeMap<>(FIXED);
    for (String client : CLIENTS) {
      settings.kafka().forEach((key, value) -> properties.put(client + key, value));
    }
    settings.registry().forEach((key, value) -> properties.put("value.converter." + key, value));
    String group = settings.text(ConnectWorkerSettings.GROUP_ID);
    properties.put("group.id", group);
    properties.put("offset.storage.topic", group + "-offsets");
    properties.put("config.storage.topic", group + "-configs");
    properties.put("status.storage.topic", group + "-status");
    for (String topic : List.of("offset", "config", "status")) {
      properties.put(
          topic + ".storage.replication.factor",
          settings.text(ConnectWorkerSettings.REPLICATION_FACTOR));
    }
    properties.put(
        "offset.flush.interval.ms", settings.text(ConnectWorkerSettings.OFFSET_COMMIT_INTERVAL));
    properties.put("listeners", listener(settings));
    settings
        .secrets()
        .forEach(
            (key, value) ->
                properties.put(
                    "config.providers." + SecretConfigProvider.NAME + ".param." + key, value));
    String pluginPath = pluginPath(settings, plugins);
    if (!pluginPath.isEmpty()) {
      properties.put("plugin.path", pluginPath);
    }
    return properties;
  }

  private static String listener(Settings settings) {
    long port = settings.number(ConnectWorkerSettings.PORT);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          ConnectWorkerSettings.PORT.key()
              + " must be between 0 and 65535: "
              + ConnectWorkerSettings.PORT.description());
    }
    return "http://" + settings.text(ConnectWorkerSettings.ADDRESS) + ":" + port;
  }

  private static String pluginPath(Settings settings, Collection<Path> plugins) {
    Stream<String> configured =
        Stream.of(settings.text(ConnectWorkerSettings.PLUGINS).split(","))
            .map(String::trim)
            .filter(directory -> !directory.isEmpty());
    return Stream.concat(plugins.stream().map(Path::toString), configured)
        .distinct()
        .collect(Collectors.joining(","));
  }
}
