package org.openimr.systemtest.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openimr.runtime.bootstrap.PeriodicTask;

/**
 * Many connections that each send a beginning and then a byte now and then. They end with the test,
 * and when the server ends them.
 */
final class SlowClients implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final List<SocketChannel> channels;
  private final PeriodicTask sender = new PeriodicTask("slow-clients", PAUSE, this::trickle);

  private SlowClients(List<SocketChannel> channels) {
    this.channels = channels;
  }

  /**
   * Opens them.
   *
   * @param beginning what each sends at once
   */
  static SlowClients open(int port, int count, String beginning) throws IOException {
    List<SocketChannel> channels = new ArrayList<>();
    SlowClients clients = new SlowClients(channels);
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channels.add(channel);
      channel.configureBlocking(false);
      channel.write(ByteBuffer.wrap(beginning.getBytes(US_ASCII)));
    }
    clients.sender.startDelayed();
    return clients;
  }

  /** How many the server has not ended yet. */
  long open() {
    return channels.stream().filter(channel -> status(channel) == 0).count();
  }

  /** What one was answered; 0 while it was not, -1 if it was closed without an answer. */
  static int status(SocketChannel channel) {
    ByteBuffer answer = ByteBuffer.allocate(64);
    try {
      int read = channel.isOpen() ? channel.read(answer) : -1;
      if (read == 0) {
        return 0;
      }
      String line = new String(answer.array(), 0, Math.max(0, read), US_ASCII);
      return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9, 12)) : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  /** The first of them. */
  SocketChannel any() {
    return channels.getFirst();
  }

  @Override
  public void close() throws IOException {
    sender.close();
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }

  private void trickle() {
    for (SocketChannel channel : channels) {
      try {
        if (channel.isOpen()) {
          channel.write(ByteBuffer.wrap(new byte[] {'a'}));
        }
      } catch (IOException e) {
        // the server has ended it
      }
    }
  }
}
