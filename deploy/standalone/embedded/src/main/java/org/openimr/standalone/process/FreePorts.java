package org.openimr.standalone.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports of the loopback interface that are not in use.
 *
 * <p>The ports are below the ephemeral range (from 32768 on Linux, from 49152 elsewhere), so that
 * no outgoing connection takes one before it is used.
 */
public final class FreePorts {
  private static final int MIN_PORT = 15_000;
  private static final int EPHEMERAL_START = 32_768;
  private static final int MAX_ATTEMPTS = 1_000;

  private FreePorts() {}

  /** Returns a port that is free at the time of the call. */
  public static int choose() {
    return choose(1).getFirst();
  }

  /** Returns distinct ports that are free at the time of the call. */
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

  /** Binds a random port and adds it to {@code held}, if it is free. */
  private static void hold(List<ServerSocket> held, int attempt) {
    int port = ThreadLocalRandom.current().nextInt(MIN_PORT, EPHEMERAL_START);
    try {
      held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      if (attempt == MAX_ATTEMPTS) {
        throw new StartupException("No free port on 127.0.0.1: " + e.getMessage(), e);
      }
    }
  }

  /** Whether the port is free at the time of the call. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Returns the given port, or a free one for 0.
   *
   * @param user what the port is for, in the message
   * @throws StartupException if the port is in use
   */
  public static int claim(int port, String user) {
    if (port == 0) {
      return choose();
    }
    if (!isFree(port)) {
      throw new StartupException(
          "Port %d for the %s is in use. Choose another, or none to use a free one."
              .formatted(port, user));
    }
    return port;
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new StartupException("Port " + socket.getLocalPort() + " cannot be released", e);
    }
  }
}
