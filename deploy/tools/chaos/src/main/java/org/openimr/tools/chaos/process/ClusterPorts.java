package org.openimr.tools.chaos.process;

import java.util.List;
import org.openimr.standalone.process.FreePorts;

/** Ports on the loopback interface, unchanged by restarts. */
record ClusterPorts(int broker, int registry, int ingest, int enrichA, int enrichB) {

  /** Allocates free ports. */
  static ClusterPorts allocate() {
    List<Integer> ports = FreePorts.choose(5);
    return new ClusterPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
  }
}
