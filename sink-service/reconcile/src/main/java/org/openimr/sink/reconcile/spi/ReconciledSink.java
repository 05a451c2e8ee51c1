package org.openimr.sink.reconcile.spi;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A configured sink to reconcile.
 *
 * @param name name as in its settings
 * @param connectors names of the Kafka Connect connectors that write to it
 * @param inventory opens the inventory of the sink, closed by the caller; empty for a sink that
 *     stores nothing, of which only the lag is checked
 */
public record ReconciledSink(
    String name, Set<String> connectors, Supplier<Optional<SinkInventory>> inventory) {
  /** Consumer groups of the connectors. */
  public Set<String> groups() {
    return Set.copyOf(connectors.stream().map(connector -> "connect-" + connector).toList());
  }
}
