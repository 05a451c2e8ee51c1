package org.openimr.sink.connect.worker;

import java.util.List;
import org.openimr.schemas.settings.Setting;

/** Settings of the Kafka Connect worker. */
public final class ConnectWorkerSettings {
  /** Group of the workers that share the connectors. */
  public static final Setting GROUP_ID =
      Setting.of(
          "sinks.worker.group",
          "imr-sinks",
          "group of the workers of one installation; prefix of their topics");

  /** Listener address of the REST API. */
  public static final Setting ADDRESS =
      Setting.of(
          "sinks.worker.address",
          "127.0.0.1",
          "address that Connect's REST API listens on; it has no authentication, so restrict access"
              + " to operators and the other workers");

  /** Port of the REST API. */
  public static final Setting PORT =
      Setting.of("sinks.worker.port", "8083", "port of Connect's REST API; 0 for any free port");

  /** Plugin directories of connectors with isolated class loaders. */
  public static final Setting PLUGINS =
      Setting.of(
          "sinks.worker.plugins",
          "",
          "plugin directories of additional connectors, comma-separated, one directory per"
              + " connector");

  /** Replication factor of the worker's internal topics. */
  public static final Setting REPLICATION_FACTOR =
      Setting.of(
          "sinks.worker.replication",
          "-1",
          "replication factor of the worker's internal topics; -1 for the default of the broker");

  /** Interval of offset commits. */
  public static final Setting OFFSET_COMMIT_INTERVAL =
      Setting.of(
              "sinks.worker.offset.commit.interval.ms",
              "10000",
              "ms between two commits of the offsets of the sinks")
          .replacing("sinks.worker.positions.every.ms");

  /** All settings of the worker. */
  public static final List<Setting> ALL =
      List.of(GROUP_ID, ADDRESS, PORT, PLUGINS, REPLICATION_FACTOR, OFFSET_COMMIT_INTERVAL);

  private ConnectWorkerSettings() {}
}
