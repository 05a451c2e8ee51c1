package org.openimr.sink.connect.spi;

import java.util.Collection;
import java.util.List;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.reconcile.spi.ReconciledSink;

/** Finds the sinks to reconcile. */
public final class ReconciledSinks {
  private ReconciledSinks() {}

  /**
   * The configured sinks.
   *
   * @param sinks all sink types, configured or not
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
