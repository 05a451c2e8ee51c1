package org.openimr.sink.connect.worker;

import java.util.List;
import org.openimr.schemas.settings.Setting;

/** Settings of the Kafka Connect worker. */
public final class ConnectWorkerSettings {
  /** Group of all workers that share the connectors. */
  public static final Setting GROUP_ID =
      Setting.of(
          "sinks.worker.group",
          "imr-sinks",
          "name that the workers of one installation have in common; its topics begin with it");

  /** Interface of the REST API. */
  public static final Setting ADDRESS =
      Setting.of(
          "sinks.worker.address",
          "127.0.0.1",
          "address that Connect's REST API listens on; it has no login, keep it where only operators"
              + " and the other workers come");

  /** Port of the REST API. */
  public static final Setting PORT =
      Setting.of("sinks.worker.port", "8083", "port of Connect's REST API; 0 for any free one");

  /** Folders with connectors that are kept apart. */
  public static final Setting PLUGINS =
      Setting.of(
          "sinks.worker.plugins",
          "",
          "folders with more connectors, comma-separated, each connector in a folder of its own");

  /** Copies of the worker's own topics. */
  public static final Setting REPLICATION_FACTOR =
      Setting.of(
          "sinks.worker.replication", "-1", "copies of the worker's own topics; -1 as the broker");

  /** How often positions are written. */
  public static final Setting OFFSET_COMMIT_INTERVAL =
      Setting.of(
          "sinks.worker.positions.every.ms",
          "10000",
          "milliseconds between two writings of how far the sinks are");

  /** All of them. */
  public static final List<Setting> ALL =
      List.of(GROUP_ID, ADDRESS, PORT, PLUGINS, REPLICATION_FACTOR, OFFSET_COMMIT_INTERVAL);

  private ConnectWorkerSettings() {}
}
