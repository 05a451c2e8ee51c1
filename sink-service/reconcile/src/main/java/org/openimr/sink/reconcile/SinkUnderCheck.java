package org.openimr.sink.reconcile;

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
public record SinkUnderCheck(
    String name, Set<String> connectors, Supplier<Optional<Holdings>> holdings) {
  /** Consumer groups of the connectors: how far they are. */
  Set<String> groups() {
    return Set.copyOf(connectors.stream().map(connector -> "connect-" + connector).toList());
  }
}
