package org.openimr.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of the loopback interface that stay the same over all kills. */
record Ports(int broker, int registry, int ingest, int enrichA, int enrichB) {

  /** Ports that nothing listens on. */
  static Ports free() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      for (ServerSocket socket : held) {
        socket.close();
      }
      return new Ports(ports[0], ports[1], ports[2], ports[3], ports[4]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
