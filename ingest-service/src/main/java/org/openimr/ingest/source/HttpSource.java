package org.openimr.ingest.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The HTTP entrance: {@code POST /v1/letters}, {@code /health/live}, {@code /health/ready} and
 * {@code /metrics}.
 */
public final class HttpSource implements AutoCloseable {
  /** A client that says nothing for so long is gone. */
  private static final Duration IDLE = Duration.ofSeconds(20);

  /** For requests that are being answered when the service stops. */
  private static final Duration STOPPING = Duration.ofSeconds(1);

  private final Javalin server;
  private final LetterIntake intake;

  private HttpSource(Javalin server, LetterIntake intake) {
    this.server = server;
    this.intake = intake;
  }

  /**
   * Opens the entrance.
   *
   * @param address to bind to; loopback unless others shall reach it
   * @param port 0 for any that is free
   * @param delivery how long a client may wait for the broker before it is told 503
   * @param checks by name, whether each part of the service works; all must for {@code ready}
   */
  public static HttpSource open(
      String address,
      int port,
      LetterProducer producer,
      HttpLimits limits,
      Duration delivery,
      PrometheusMeterRegistry metrics,
      Supplier<Map<String, Boolean>> checks) {
    LetterIntake intake = new LetterIntake(producer, limits, delivery, metrics);
    Javalin server =
        Javalin.create(
            config -> {
              listen(config, address, port);
              config.routes.post("/v1/letters", intake::post);
              config.routes.get("/health/live", context -> health(context, Map.of()));
              config.routes.get("/health/ready", context -> health(context, checks.get()));
              config.routes.get("/metrics", context -> scrape(context, metrics));
              answerProblems(config);
            });
    return new HttpSource(server.start(), intake);
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** Lets no more requests in, waits a little for those that are in, and stops. */
  @Override
  public void close() {
    intake.close(STOPPING);
    server.stop();
  }

  private static void listen(JavalinConfig config, String address, int port) {
    config.startup.showJavalinBanner = false;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(server -> server.setStopTimeout(0));
    config.jetty.addConnector(
        (server, http) -> {
          ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
          connector.setHost(address);
          connector.setPort(port);
          connector.setIdleTimeout(IDLE.toMillis());
          return connector;
        });
  }

  private static void answerProblems(JavalinConfig config) {
    config.routes.error(404, context -> Problem.of(404, "Nothing here").answer(context));
    config.routes.error(405, context -> Problem.of(405, "Not this way").answer(context));
    // whatever it says might quote a letter
    config.routes.exception(
        Exception.class, (failure, context) -> Problem.of(500, "Internal error").answer(context));
  }

  private static void health(Context context, Map<String, Boolean> checks) {
    boolean up = checks.values().stream().allMatch(Boolean::booleanValue);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("status", up ? "UP" : "DOWN");
    ObjectNode parts = answer.putObject("checks");
    checks.forEach((name, works) -> parts.put(name, works ? "UP" : "DOWN"));
    context.status(up ? 200 : 503).contentType("application/json").result(answer.toString());
  }

  private static void scrape(Context context, PrometheusMeterRegistry metrics) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
  }
}
