package org.openimr.sink.monitor.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.streams.state.HostInfo;

/** Another instance of the monitor, with fixed responses. */
public final class StubPeer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Optional<String> lastAuthorization = Optional.empty();
  private volatile int status = 200;
  private volatile String body = "{}";

  private StubPeer(HttpServer server) {
    this.server = server;
  }

  public static StubPeer start() throws IOException {
    StubPeer peer =
        new StubPeer(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    peer.server.createContext("/", peer::respond);
    peer.server.start();
    return peer;
  }

  /** Sets the response to all requests. */
  public StubPeer respondWith(int newStatus, String newBody) {
    status = newStatus;
    body = newBody;
    return this;
  }

  public void setHeader(String name, String value) {
    headers.put(name, value);
  }

  public HostInfo address() {
    return new HostInfo("127.0.0.1", server.getAddress().getPort());
  }

  /** Paths with queries of all requests. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** The Authorization header of the last request. */
  public Optional<String> lastAuthorization() {
    return lastAuthorization;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void respond(HttpExchange exchange) {
    try (exchange) {
      requests.add(exchange.getRequestURI().toString());
      lastAuthorization =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
      headers.forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
