package org.openimr.sink.connect.spi;

import java.util.Collection;
import java.util.List;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.reconcile.spi.ReconciledSink;

/** The sinks that reconciliation looks at. */
public final class ReconciledSinks {
  private ReconciledSinks() {}

  /**
   * Those that the settings ask for.
   *
   * @param sinks all kinds there are, wanted or not
   */
  public static List<ReconciledSink> of(Collection<? extends SinkType> sinks, Settings settings) {
    return sinks.stream()
        .filter(sink -> sink.isConfigured(settings))
        .map(
            sink ->
                new ReconciledSink(
                    sink.name(),
                    sink.connectors(settings).keySet(),
                    () -> sink.inventory(settings)))
        .toList();
  }
}
