package org.openimr.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service's HTTP: {@code /health/live}, {@code /health/ready}, {@code /metrics}, and what the
 * service adds.
 */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** A client that says nothing for so long is gone. */
  private static final Duration IDLE = Duration.ofSeconds(20);

  private final Javalin server;

  private HttpServer(Javalin server) {
    this.server = server;
  }

  /**
   * Opens it.
   *
   * @param address to bind to; loopback unless others shall reach it
   * @param port 0 for any that is free
   * @param health asked at each request
   * @param more routes of the service
   */
  public static HttpServer open(
      String address,
      int port,
      Supplier<HealthReport> health,
      PrometheusMeterRegistry metrics,
      Consumer<JavalinConfig> more) {
    Javalin server =
        Javalin.create(
            config -> {
              listen(config, address, port);
              config.routes.get("/health/live", HttpServer::live);
              config.routes.get("/health/ready", context -> ready(context, health.get()));
              config.routes.get("/metrics", context -> scrape(context, metrics));
              answerProblems(config);
              more.accept(config);
            });
    return new HttpServer(server.start());
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** Stops at once; nobody is waited for. */
  @Override
  public void close() {
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
    config.routes.error(
        404,
        context -> {
          if (!Problem.MEDIA_TYPE.equals(context.res().getContentType())) {
            Problem.of(404, "Nothing here").answer(context);
          }
        });
    config.routes.error(405, context -> Problem.of(405, "Not this way").answer(context));
    // a message might quote a letter
    config.routes.exception(
        Exception.class,
        (failure, context) -> {
          LOG.error("a {} request failed: {}", context.method(), Failures.kinds(failure));
          Problem.of(500, "Internal error").answer(context);
        });
  }

  private static void live(Context context) {
    context.contentType("application/json").result("{\"status\":\"UP\"}");
  }

  private static void ready(Context context, HealthReport report) {
    context
        .status(report.isReady() ? 200 : 503)
        .contentType("application/json")
        .result(report.toJson());
  }

  private static void scrape(Context context, PrometheusMeterRegistry metrics) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
  }
}
