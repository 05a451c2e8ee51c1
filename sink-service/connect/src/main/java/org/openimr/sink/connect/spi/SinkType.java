package org.openimr.sink.connect.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.reconcile.spi.SinkInventory;

/** A type of sink, which connectors of a Kafka Connect worker write to. */
public interface SinkType {
  /** Name in settings and commands: {@code lake}, {@code database}, {@code webhook}. */
  String name();

  /** Settings of this type, {@code sinks.<name>.*}. */
  List<Setting> settings();

  /** Whether the settings configure a sink of this type. */
  boolean isConfigured(Settings settings);

  /**
   * Creates what the connectors need before they start, such as tables and topics. Idempotent.
   *
   * @throws IllegalArgumentException naming the invalid setting
   */
  void prepare(Settings settings);

  /** Configurations of the connectors, by connector name. */
  Map<String, Map<String, String>> connectors(Settings settings);

  /** Plugin directories of connectors with isolated class loaders, one per connector. */
  default List<Path> pluginPaths() {
    return List.of();
  }

  /** Opens the current content of the sink; empty for a type that stores nothing. */
  Optional<SinkInventory> inventory(Settings settings);
}
