package org.openimr.sink.connect.client;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.record.SkipRecordTransform;
import org.openimr.sink.connect.spi.SinkException;
import org.openimr.sink.connect.spi.SinkType;

/** Creates, updates and deletes the connectors of a worker according to the settings. */
public final class ConnectorDeployment {
  private final Collection<? extends SinkType> sinks;
  private final Settings settings;

  /**
   * @param sinks all sink types, configured or not
   */
  public ConnectorDeployment(Collection<? extends SinkType> sinks, Settings settings) {
    this.sinks = sinks;
    this.settings = settings;
  }

  /**
   * Prepares the sinks, creates and updates their connectors, and deletes those of sinks that are
   * no longer configured. Idempotent: a connector with the same configuration is not touched.
   *
   * @throws IllegalArgumentException naming the invalid setting
   * @throws SinkException if no worker responds or it rejects a connector
   */
  public void apply(ConnectRestClient worker) {
    Map<String, Map<String, String>> configured = new TreeMap<>();
    for (SinkType sink : sinks) {
      if (sink.isConfigured(settings)) {
        sink.prepare(settings);
        configured.putAll(sink.connectors(settings));
      }
    }
    configured.forEach((connector, configuration) -> put(worker, connector, configuration));
    Set<String> sinkNames = sinks.stream().map(SinkType::name).collect(Collectors.toSet());
    worker.statuses().stream()
        .filter(
            status -> sinkNames.contains(status.sink()) && !configured.containsKey(status.name()))
        .forEach(status -> worker.delete(status.name()));
  }

  private static void put(
      ConnectRestClient worker, String connector, Map<String, String> configuration) {
    Map<String, String> before = worker.configuration(connector);
    Map<String, String> guarded = SkipRecordTransform.prependTo(configuration, before);
    guarded.put("name", connector);
    if (!guarded.equals(before)) {
      worker.put(connector, guarded);
    }
  }
}
