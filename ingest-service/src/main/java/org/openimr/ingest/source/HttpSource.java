package org.openimr.ingest.source;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.openimr.service.HealthReport;
import org.openimr.service.HttpServer;
import org.openimr.service.door.Door;

/** The HTTP entrance: {@code POST /v1/letters}, health and metrics. */
public final class HttpSource implements AutoCloseable {
  /** For requests that are being answered when the service stops. */
  private static final Duration STOPPING = Duration.ofSeconds(1);

  private final HttpServer server;
  private final LetterIntake intake;

  private HttpSource(HttpServer server, LetterIntake intake) {
    this.server = server;
    this.intake = intake;
  }

  /**
   * Opens the entrance.
   *
   * @param door where it listens and whom it lets in
   * @param delivery how long a client may wait for the broker before it is told 503
   * @param health how the parts of the service are
   */
  public static HttpSource open(
      Door door,
      LetterProducer producer,
      HttpLimits limits,
      Duration delivery,
      PrometheusMeterRegistry metrics,
      Supplier<HealthReport> health) {
    LetterIntake intake = new LetterIntake(producer, limits, delivery, metrics);
    HttpServer server =
        HttpServer.open(
            door,
            health,
            metrics,
            config -> {
              // a thread a request, so that a client that sends slowly keeps no other waiting
              config.concurrency.useVirtualThreads = true;
              config.routes.post("/v1/letters", intake::post);
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
    intake.close(STOPPING);
    server.close();
  }
}
