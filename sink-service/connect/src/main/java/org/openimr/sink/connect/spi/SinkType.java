package org.openimr.sink.connect.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.reconcile.spi.SinkInventory;

/** A kind of place that events go to, by connectors of a Kafka Connect worker. */
public interface SinkType {
  /** Name in settings and commands: {@code lake}, {@code database}, {@code webhook}. */
  String name();

  /** The settings of this kind, {@code sinks.<name>.*}. */
  List<Setting> settings();

  /** Whether the settings ask for it. */
  boolean isConfigured(Settings settings);

  /**
   * Makes all that has to be there before the connectors start, such as tables and topics; again
   * and again without harm.
   *
   * @throws IllegalArgumentException naming the setting that is not what it should be
   */
  void prepare(Settings settings);

  /** The connectors with their whole configuration, by name. */
  Map<String, Map<String, String>> connectors(Settings settings);

  /** Folders of connectors that are kept apart from all other code, one a connector. */
  default List<Path> pluginPaths() {
    return List.of();
  }

  /** What it holds now; empty for a kind that keeps nothing to look at. */
  Optional<SinkInventory> inventory(Settings settings);
}
