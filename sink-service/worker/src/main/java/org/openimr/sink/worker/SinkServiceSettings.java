package org.openimr.sink.worker;

import java.util.ArrayList;
import java.util.List;
import org.openimr.schemas.settings.Setting;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.sink.reconcile.ReconciliationSettings;

/** Settings of the sink service. */
public final class SinkServiceSettings {
  /** Listener address of health and metrics. */
  public static final Setting HTTP_ADDRESS =
      Setting.of("sinks.http.address", "127.0.0.1", "listener address of health and metrics");

  /** Port of health and metrics. */
  public static final Setting HTTP_PORT =
      Setting.of("sinks.http.port", "8085", "port of health and metrics; 0 for any free port");

  private SinkServiceSettings() {}

  /** All settings of the service: worker, sinks, monitor, reconciliation and its own. */
  public static List<Setting> all() {
    List<Setting> all = new ArrayList<>(SinkTypes.settings());
    all.addAll(MonitorSettings.ALL);
    all.addAll(ReconciliationSettings.ALL);
    all.add(HTTP_ADDRESS);
    all.add(HTTP_PORT);
    return all;
  }
}
