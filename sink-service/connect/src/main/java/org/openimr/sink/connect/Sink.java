package org.openimr.sink.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.sink.reconcile.Holdings;

/** A kind of place that events go to, by connectors of a Kafka Connect worker. */
public interface Sink {
  /** Name in settings and commands: {@code lake}, {@code database}, {@code webhook}. */
  String name();

  /** The settings of this kind, {@code sinks.<name>.*}. */
  List<Setting> settings();

  /** Whether the settings ask for it. */
  boolean isWanted(Settings settings);

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
  default List<Path> plugins() {
    return List.of();
  }

  /** What it holds now; empty for a kind that keeps nothing to look at. */
  Optional<Holdings> holdings(Settings settings);
}
