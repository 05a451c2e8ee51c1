package org.openimr.runtime.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.openimr.runtime.bootstrap.PeriodicTask;

/**
 * Closes connections of slow clients: a request whose head is incomplete after ten seconds gets
 * status 408, a connection without a request is closed after thirty. Jetty's idle timeout alone
 * does not detect clients that send a byte now and then.
 */
final class SlowClientGuard implements Connection.Listener, AutoCloseable {
  static final Duration HEAD_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FIRST_REQUEST_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
  private static final byte[] TIMEOUT_RESPONSE =
      ProblemDetail.of(408, "Request timeout").toRawResponse("Request Timeout").getBytes(US_ASCII);

  /** The last seen state of each connection. */
  private final Map<HttpConnection, State> connections = new ConcurrentHashMap<>();

  private final PeriodicTask task =
      new PeriodicTask("imr-http-deadline", CHECK_INTERVAL, this::checkAll);

  /** The phase of a connection. */
  private enum Phase {
    /** Nothing was received yet. */
    SILENT,
    /** The head of a request is incomplete. */
    HEAD,
    /** Anything else: a body, a response, the pause between requests. */
    OTHER
  }

  /** The state of a connection and the time of the last change. */
  private record State(Phase phase, long requests, long since) {}

  SlowClientGuard start() {
    task.startDelayed();
    return this;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection http) {
      connections.put(http, new State(Phase.SILENT, 0, System.nanoTime()));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof HttpConnection http) {
      connections.remove(http);
    }
  }

  @Override
  public void close() {
    task.close();
  }

  private void checkAll() {
    long now = System.nanoTime();
    connections.forEach((connection, before) -> check(connection, before, now));
  }

  private void check(HttpConnection connection, State before, long now) {
    long requests = connection.getMessagesIn();
    Phase phase = phase(connection.getParser(), requests);
    if (phase != before.phase() || requests != before.requests()) {
      connections.replace(connection, before, new State(phase, requests, now));
      return;
    }
    Duration time = Duration.ofNanos(now - before.since());
    if (phase == Phase.HEAD && time.compareTo(HEAD_TIMEOUT) >= 0) {
      connections.remove(connection);
      connection
          .getEndPoint()
          .write(Callback.from(() -> disconnect(connection)), ByteBuffer.wrap(TIMEOUT_RESPONSE));
    } else if (phase == Phase.SILENT && time.compareTo(FIRST_REQUEST_TIMEOUT) >= 0) {
      connections.remove(connection);
      disconnect(connection);
    }
  }

  private static Phase phase(HttpParser parser, long requests) {
    if (parser.isStart()) {
      return requests == 0 ? Phase.SILENT : Phase.OTHER;
    }
    return parser.inHeaderState() ? Phase.HEAD : Phase.OTHER;
  }

  private static void disconnect(HttpConnection connection) {
    connection.getEndPoint().close();
  }
}
