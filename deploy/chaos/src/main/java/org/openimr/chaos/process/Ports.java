package org.openimr.chaos.process;

import java.util.List;
import org.openimr.embedded.FreePorts;

/** Ports of the loopback interface that stay the same over all kills. */
record Ports(int broker, int registry, int ingest, int enrichA, int enrichB) {

  /** Ports that nothing listens on. */
  static Ports free() {
    List<Integer> ports = FreePorts.choose(5);
    return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
  }
}
