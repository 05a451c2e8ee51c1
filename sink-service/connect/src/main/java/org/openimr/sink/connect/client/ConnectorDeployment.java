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

/** Brings the connectors of a worker to what the settings ask for. */
public final class ConnectorDeployment {
  private final Collection<? extends SinkType> sinks;
  private final Settings settings;

  /**
   * @param sinks all kinds there are, wanted or not
   */
  public ConnectorDeployment(Collection<? extends SinkType> sinks, Settings settings) {
    this.sinks = sinks;
    this.settings = settings;
  }

  /**
   * Makes what has to be there before connectors start, then the connectors; takes away those of
   * sinks that are no longer wanted. Again and again without harm: a connector whose configuration
   * is the same is not touched.
   *
   * @throws IllegalArgumentException naming the setting that is not what it should be
   * @throws SinkException if no worker answers or it refuses a connector
   */
  public void apply(ConnectRestClient worker) {
    Map<String, Map<String, String>> wanted = new TreeMap<>();
    for (SinkType sink : sinks) {
      if (sink.isConfigured(settings)) {
        sink.prepare(settings);
        wanted.putAll(sink.connectors(settings));
      }
    }
    wanted.forEach((connector, configuration) -> put(worker, connector, configuration));
    Set<String> ours = sinks.stream().map(SinkType::name).collect(Collectors.toSet());
    worker.statuses().stream()
        .filter(status -> ours.contains(status.sink()) && !wanted.containsKey(status.name()))
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
