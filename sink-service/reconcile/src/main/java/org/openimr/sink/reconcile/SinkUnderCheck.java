package org.openimr.sink.reconcile;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A configured sink that can be looked at.
 *
 * @param name as in its settings
 * @param connectors names of the Kafka Connect connectors that fill it
 * @param holdings opens what it holds now; closed after each look
 */
public record SinkUnderCheck(String name, Set<String> connectors, Supplier<Holdings> holdings) {
  /** Consumer groups of the connectors: how far they are. */
  Set<String> groups() {
    return Set.copyOf(connectors.stream().map(connector -> "connect-" + connector).toList());
  }
}
