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
 * Ends connections whose client does not come to the point: the head of a request that is not whole
 * in ten seconds is answered 408, a connection without any request is closed after thirty. Jetty's
 * own idle time does not see a client that sends a byte now and then.
 */
final class SlowClientGuard implements Connection.Listener, AutoCloseable {
  static final Duration HEAD = Duration.ofSeconds(10);
  private static final Duration FIRST_REQUEST = Duration.ofSeconds(30);
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
  private static final byte[] TIMEOUT_RESPONSE =
      ProblemDetail.of(408, "Request took too long")
          .toRawResponse("Request Timeout")
          .getBytes(US_ASCII);

  /** Since when each has been at what it is at now. */
  private final Map<HttpConnection, State> connections = new ConcurrentHashMap<>();

  private final PeriodicTask task =
      new PeriodicTask("imr-http-deadline", CHECK_INTERVAL, this::checkAll);

  /** What a client is about. */
  private enum Phase {
    /** It has said nothing yet. */
    SILENT,
    /** It has begun a request. */
    HEAD,
    /** All else: a body, an answer, the pause between two requests. */
    OTHER
  }

  /** What a connection was seen to be at. */
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
    if (phase == Phase.HEAD && time.compareTo(HEAD) >= 0) {
      connections.remove(connection);
      connection
          .getEndPoint()
          .write(Callback.from(() -> end(connection)), ByteBuffer.wrap(TIMEOUT_RESPONSE));
    } else if (phase == Phase.SILENT && time.compareTo(FIRST_REQUEST) >= 0) {
      connections.remove(connection);
      end(connection);
    }
  }

  private static Phase phase(HttpParser parser, long requests) {
    if (parser.isStart()) {
      return requests == 0 ? Phase.SILENT : Phase.OTHER;
    }
    return parser.inHeaderState() ? Phase.HEAD : Phase.OTHER;
  }

  private static void end(HttpConnection connection) {
    connection.getEndPoint().close();
  }
}
