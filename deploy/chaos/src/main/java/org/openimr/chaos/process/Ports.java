package org.openimr.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface that stay the same over all kills. */
record Ports(int broker, int registry, int ingest) {

  /** Ports that nothing listens on. */
  static Ports free() {
    try (ServerSocket one = open();
        ServerSocket two = open();
        ServerSocket three = open()) {
      return new Ports(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket open() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
