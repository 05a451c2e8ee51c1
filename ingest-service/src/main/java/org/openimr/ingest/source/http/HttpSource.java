package org.openimr.ingest.source.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.http.HttpServer;

/** The HTTP entrance: {@code POST /v1/letters}, health and metrics. */
public final class HttpSource implements AutoCloseable {
  /** For requests that are being answered when the service stops. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(1);

  private final HttpServer server;
  private final LetterUploadHandler uploadHandler;

  private HttpSource(HttpServer server, LetterUploadHandler intake) {
    this.server = server;
    this.uploadHandler = intake;
  }

  /**
   * Opens the entrance.
   *
   * @param door where it listens and whom it lets in
   * @param delivery how long a client may wait for the broker before it is told 503
   * @param health how the parts of the service are
   */
  public static HttpSource open(
      HttpListener door,
      LetterProducer producer,
      HttpLimits limits,
      Duration delivery,
      PrometheusMeterRegistry metrics,
      Supplier<HealthReport> health) {
    LetterUploadHandler intake = new LetterUploadHandler(producer, limits, delivery, metrics);
    HttpServer server =
        HttpServer.open(
            door,
            health,
            metrics,
            config -> {
              // a thread a request, so that a client that sends slowly keeps no other waiting
              config.concurrency.useVirtualThreads = true;
              config.routes.post("/v1/letters", intake::handle);
            });
    return new HttpSource(server, intake);
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** Lets no more requests in, waits a little for those that are in, and stops. */
  @Override
  public void close() {
    uploadHandler.close(STOP_TIMEOUT);
    server.close();
  }
}
