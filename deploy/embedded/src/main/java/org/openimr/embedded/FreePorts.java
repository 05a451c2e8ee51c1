package org.openimr.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of the loopback interface that nothing listens on. */
public final class FreePorts {
  private FreePorts() {}

  /** Different ports, free at the time of the call. */
  public static List<Integer> choose(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new StartFailure("No free port on 127.0.0.1: " + e.getMessage(), e);
    } finally {
      held.forEach(FreePorts::release);
    }
  }

  /** The port asked for, if it is free; 0 asks for any. */
  static int claim(int port, String what) {
    if (port == 0) {
      return choose(1).getFirst();
    }
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartFailure(
          "Port %d for the %s is taken; name another, or none for a free one."
              .formatted(port, what),
          e);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new StartFailure("Port " + socket.getLocalPort() + " can't be given back", e);
    }
  }
}
