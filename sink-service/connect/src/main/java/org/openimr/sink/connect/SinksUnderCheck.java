package org.openimr.sink.connect;

import java.util.Collection;
import java.util.List;
import org.openimr.schemas.Settings;
import org.openimr.sink.reconcile.SinkUnderCheck;

/** The sinks that reconciliation looks at. */
public final class SinksUnderCheck {
  private SinksUnderCheck() {}

  /**
   * Those that the settings ask for.
   *
   * @param sinks all kinds there are, wanted or not
   */
  public static List<SinkUnderCheck> of(Collection<? extends Sink> sinks, Settings settings) {
    return sinks.stream()
        .filter(sink -> sink.isWanted(settings))
        .map(
            sink ->
                new SinkUnderCheck(
                    sink.name(), sink.connectors(settings).keySet(), () -> sink.holdings(settings)))
        .toList();
  }
}
