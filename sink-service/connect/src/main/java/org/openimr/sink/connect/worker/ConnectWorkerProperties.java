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

/** Connect's own configuration of a worker, from ours. */
final class ConnectWorkerProperties {
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("key.converter", "org.apache.kafka.connect.storage.StringConverter"),
          Map.entry("value.converter", EventConverter.class.getName()),
          // the usual one guesses what type each header may be, at some cost
          Map.entry("header.converter", "org.apache.kafka.connect.storage.StringConverter"),
          // schemas are registered by a deploy step only
          Map.entry("value.converter.auto.register.schemas", "false"),
          // one look at the services files instead of a scan of all jars: 4 s instead of 12
          Map.entry("plugin.discovery", "service_load"),
          Map.entry("connector.client.config.override.policy", "All"),
          // all events of a letter or none
          Map.entry("consumer.isolation.level", "read_committed"),
          Map.entry("consumer.auto.offset.reset", "earliest"),
          Map.entry("offset.storage.partitions", "1"),
          Map.entry("status.storage.partitions", "1"),
          Map.entry("scheduled.rebalance.max.delay.ms", "5000"),
          Map.entry("task.shutdown.graceful.timeout.ms", "3000"),
          // what a connector's configuration names instead of a secret
          Map.entry("config.providers", SecretConfigProvider.NAME + ",env"),
          Map.entry(
              "config.providers.env.class",
              "org.apache.kafka.common.config.provider.EnvVarConfigProvider"),
          Map.entry("config.providers.env.param.allowlist.pattern", "IMR_.*"),
          Map.entry(
              "config.providers." + SecretConfigProvider.NAME + ".class",
              SecretConfigProvider.class.getName()));

  /** Kafka's own settings go to the worker and to the clients that it makes for connectors. */
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
    String folders = pluginPath(settings, plugins);
    if (!folders.isEmpty()) {
      properties.put("plugin.path", folders);
    }
    return properties;
  }

  private static String listener(Settings settings) {
    long port = settings.number(ConnectWorkerSettings.PORT);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          ConnectWorkerSettings.PORT.key()
              + " is to be 0 to 65535: "
              + ConnectWorkerSettings.PORT.description());
    }
    return "http://" + settings.text(ConnectWorkerSettings.ADDRESS) + ":" + port;
  }

  private static String pluginPath(Settings settings, Collection<Path> plugins) {
    Stream<String> named =
        Stream.of(settings.text(ConnectWorkerSettings.PLUGINS).split(","))
            .map(String::trim)
            .filter(folder -> !folder.isEmpty());
    return Stream.concat(plugins.stream().map(Path::toString), named)
        .distinct()
        .collect(Collectors.joining(","));
  }
}
