package org.openimr.ingest.source.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.http.HttpServer;

/** The HTTP API of the ingest service: {@code POST /v1/letters}, health and metrics. */
public final class HttpSource implements AutoCloseable {
  /** Time to complete the requests in flight when the service stops. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(1);

  private final HttpServer server;
  private final LetterUploadHandler uploadHandler;

  private HttpSource(HttpServer server, LetterUploadHandler uploadHandler) {
    this.server = server;
    this.uploadHandler = uploadHandler;
  }

  /**
   * Starts the HTTP server.
   *
   * @param listener address, TLS and authentication of the server
   * @param deliveryTimeout time within which the broker must confirm a request's letters; the
   *     response is 503 otherwise
   * @param health supplies the health of the service
   */
  public static HttpSource open(
      HttpListener listener,
      LetterProducer producer,
      HttpLimits limits,
      Duration deliveryTimeout,
      PrometheusMeterRegistry metrics,
      Supplier<HealthReport> health) {
    LetterUploadHandler uploadHandler =
        new LetterUploadHandler(producer, limits, deliveryTimeout, metrics);
    HttpServer server =
        HttpServer.open(
            listener,
            health,
            metrics,
            config -> {
              // one thread per request, so that slow clients don't block others
              config.concurrency.useVirtualThreads = true;
              config.routes.post("/v1/letters", uploadHandler::handle);
            });
    return new HttpSource(server, uploadHandler);
  }

  /** Returns the port on which the server listens. */
  public int port() {
    return server.port();
  }

  /** Rejects new requests, waits up to one second for those in flight, and stops. */
  @Override
  public void close() {
    uploadHandler.close(STOP_TIMEOUT);
    server.close();
  }
}
