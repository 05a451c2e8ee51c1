package org.openimr.standalone.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback interface that nothing listens on.
 *
 * <p>They are below those that systems give to outgoing connections (from 32768 on Linux, from
 * 49152 elsewhere), so that no connection takes one between the choice and its use.
 */
public final class FreePorts {
  private static final int LOWEST = 15_000;
  private static final int OUTGOING = 32_768;
  private static final int ATTEMPTS = 1_000;

  private FreePorts() {}

  /** A port that is free at the time of the call. */
  public static int choose() {
    return choose(1).getFirst();
  }

  /** Different ports, free at the time of the call. */
  public static List<Integer> choose(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int attempt = 0; held.size() < count; attempt++) {
        hold(held, attempt);
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      held.forEach(FreePorts::release);
    }
  }

  /** Takes a port by lot, if it is free. */
  private static void hold(List<ServerSocket> held, int attempt) {
    int port = ThreadLocalRandom.current().nextInt(LOWEST, OUTGOING);
    try {
      held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      if (attempt == ATTEMPTS) {
        throw new StartupException("No free port on 127.0.0.1: " + e.getMessage(), e);
      }
    }
  }

  /** Whether nothing listens there at the time of the call. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** The port asked for, if it is free; 0 asks for any. */
  public static int claim(int port, String what) {
    if (port == 0) {
      return choose();
    }
    if (!isFree(port)) {
      throw new StartupException(
          "Port %d for the %s is taken; name another, or none for a free one."
              .formatted(port, what));
    }
    return port;
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new StartupException("Port " + socket.getLocalPort() + " can't be given back", e);
    }
  }
}
