package org.openimr.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.openimr.service.door.Door;
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

  /** More than any service has clients; further ones wait to be let in. */
  private static final int CONNECTIONS = 10_000;

  private final Javalin server;
  private final RequestDeadline deadline;

  private HttpServer(Javalin server, RequestDeadline deadline) {
    this.server = server;
    this.deadline = deadline;
  }

  /**
   * Opens it for figures alone, which anybody may see.
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
    return open(Door.plain(address, port), health, metrics, more);
  }

  /**
   * Opens it.
   *
   * @param door where it listens and whom it lets in
   * @param health asked at each request
   * @param more routes of the service
   */
  public static HttpServer open(
      Door door,
      Supplier<HealthReport> health,
      PrometheusMeterRegistry metrics,
      Consumer<JavalinConfig> more) {
    RequestDeadline deadline = new RequestDeadline();
    Javalin server =
        Javalin.create(
            config -> {
              listen(config, door, deadline);
              config.routes.before(door::check);
              config.routes.get("/health/live", HttpServer::live);
              config.routes.get("/health/ready", context -> ready(context, health.get()));
              config.routes.get("/metrics", context -> scrape(context, metrics));
              answerProblems(config);
              more.accept(config);
            });
    HttpServer opened = new HttpServer(server, deadline);
    try {
      server.start();
      deadline.start();
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** Stops at once; nobody is waited for. */
  @Override
  public void close() {
    deadline.close();
    server.stop();
  }

  private static void listen(JavalinConfig config, Door door, RequestDeadline deadline) {
    config.startup.showJavalinBanner = false;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(server -> server.setStopTimeout(0));
    config.jetty.addConnector(
        (server, http) -> {
          ServerConnector connector = new ServerConnector(server, protocols(server, door, http));
          connector.setHost(door.address());
          connector.setPort(door.port());
          connector.setIdleTimeout(IDLE.toMillis());
          connector.addBean(deadline);
          connector.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
          return connector;
        });
  }

  /** HTTP alone, or TLS first, by a certificate that is read again when its file changes. */
  private static ConnectionFactory[] protocols(Server server, Door door, HttpConfiguration http) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    if (door.tls().isEmpty()) {
      return new ConnectionFactory[] {plain};
    }
    http.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server keys = door.tls().get().factory();
    server.addBean(new KeyStoreScanner(keys));
    return new ConnectionFactory[] {new SslConnectionFactory(keys, plain.getProtocol()), plain};
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
    config.routes.exception(Exception.class, HttpServer::failed);
  }

  /**
   * Never throws: Javalin would call it again with what it threw, without end, where the client is
   * gone and there is no response any more.
   */
  private static void failed(Exception failure, Context context) {
    // a message might quote a letter
    String kinds = Failures.kinds(failure);
    try {
      Problem.of(500, "Internal error").answer(context);
      LOG.error("a {} request failed: {}", context.method(), kinds);
    } catch (RuntimeException gone) {
      LOG.debug("nobody is there to be told of {}", kinds);
    }
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
