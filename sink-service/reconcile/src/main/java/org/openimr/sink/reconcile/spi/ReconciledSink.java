package org.openimr.sink.reconcile.spi;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A configured sink.
 *
 * @param name as in its settings
 * @param connectors names of the Kafka Connect connectors that fill it
 * @param holdings opens what it holds now, closed after each look; empty for a sink that keeps
 *     nothing to look at, of which only its position is checked
 */
public record ReconciledSink(
    String name, Set<String> connectors, Supplier<Optional<SinkInventory>> inventory) {
  /** Consumer groups of the connectors: how far they are. */
  public Set<String> groups() {
    return Set.copyOf(connectors.stream().map(connector -> "connect-" + connector).toList());
  }
}
