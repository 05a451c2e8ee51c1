package org.openimr.sink.webhook.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver on the loopback interface whose responses the test chooses. */
public final class LoopbackWebhookReceiver implements AutoCloseable {
  /** Answers the n-th request, n from 1. */
  @FunctionalInterface
  public interface ResponseBehavior {
    void answer(int number, HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();
  private final List<Long> times = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  public LoopbackWebhookReceiver(ResponseBehavior behaviour) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          times.add(System.nanoTime());
          bodies.add(new String(exchange.getRequestBody().readAllBytes()));
          behaviour.answer(requests.incrementAndGet(), exchange);
          exchange.close();
        });
    server.start();
  }

  /** Answers with a status and no body. */
  public static void status(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  public int requests() {
    return requests.get();
  }

  public List<String> bodies() {
    return bodies;
  }

  /** Milliseconds between two requests, from 0. */
  long millisBetween(int first, int second) {
    return (times.get(second) - times.get(first)) / 1_000_000;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
