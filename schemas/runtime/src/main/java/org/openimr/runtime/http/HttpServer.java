package org.openimr.runtime.http;

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
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.log.SafeFailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of a service: {@code /health/live}, {@code /health/ready}, {@code /metrics} and
 * the service's own routes.
 */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** A connection without traffic for this long is closed. */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(20);

  /** More than any service has clients; further connections wait to be accepted. */
  private static final int MAX_CONNECTIONS = 10_000;

  private final Javalin server;
  private final SlowClientGuard slowClients;

  private HttpServer(Javalin server, SlowClientGuard slowClients) {
    this.server = server;
    this.slowClients = slowClients;
  }

  /**
   * Opens a server without authentication, for health and metrics.
   *
   * @param address to bind to; loopback unless other machines must reach it
   * @param port 0 for any free port
   * @param health called for each request
   * @param more adds the routes of the service
   */
  public static HttpServer open(
      String address,
      int port,
      Supplier<HealthReport> health,
      PrometheusMeterRegistry metrics,
      Consumer<JavalinConfig> more) {
    return open(HttpListener.unprotected(address, port), health, metrics, more);
  }

  /**
   * Opens a server.
   *
   * @param health called for each request
   * @param more adds the routes of the service
   */
  public static HttpServer open(
      HttpListener listener,
      Supplier<HealthReport> health,
      PrometheusMeterRegistry metrics,
      Consumer<JavalinConfig> more) {
    SlowClientGuard slowClients = new SlowClientGuard();
    Javalin server =
        Javalin.create(
            config -> {
              listen(config, listener, slowClients);
              config.routes.before(listener::authorize);
              config.routes.get("/health/live", HttpServer::live);
              config.routes.get("/health/ready", context -> ready(context, health.get()));
              config.routes.get("/metrics", context -> scrape(context, metrics));
              addProblems(config);
              more.accept(config);
            });
    HttpServer opened = new HttpServer(server, slowClients);
    try {
      server.start();
      slowClients.start();
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** The port that the server listens on. */
  public int port() {
    return server.port();
  }

  /** Stops at once, without waiting for open requests. */
  @Override
  public void close() {
    slowClients.close();
    server.stop();
  }

  private static void listen(
      JavalinConfig config, HttpListener listener, SlowClientGuard slowClients) {
    config.startup.showJavalinBanner = false;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(0);
          server.setErrorHandler(new ProblemErrorHandler());
        });
    config.jetty.addConnector(
        (server, http) -> {
          ServerConnector connector =
              new ServerConnector(server, protocols(server, listener, http));
          connector.setHost(listener.address());
          connector.setPort(listener.port());
          connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
          connector.addBean(slowClients);
          connector.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
          return connector;
        });
  }

  /** Plain HTTP, or TLS with a certificate that is reloaded when its file changes. */
  private static ConnectionFactory[] protocols(
      Server server, HttpListener listener, HttpConfiguration http) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    if (listener.tls().isEmpty()) {
      return new ConnectionFactory[] {plain};
    }
    http.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server keys = listener.tls().get().sslContextFactory();
    server.addBean(new KeyStoreScanner(keys));
    return new ConnectionFactory[] {new SslConnectionFactory(keys, plain.getProtocol()), plain};
  }

  private static void addProblems(JavalinConfig config) {
    config.routes.error(
        404,
        context -> {
          if (!ProblemDetail.MEDIA_TYPE.equals(context.res().getContentType())) {
            ProblemDetail.of(404, "Not found").sendTo(context);
          }
        });
    config.routes.error(
        405, context -> ProblemDetail.of(405, "Method not allowed").sendTo(context));
    config.routes.exception(Exception.class, HttpServer::failed);
  }

  /**
   * Must not throw: if the client has disconnected and there is no response any more, Javalin would
   * call it again with the exception, without end.
   */
  private static void failed(Exception failure, Context context) {
    // a message might quote a letter
    String kinds = SafeFailureText.classChain(failure);
    try {
      ProblemDetail.of(500, "Internal server error").sendTo(context);
      LOG.error("a {} request failed: {}", context.method(), kinds);
    } catch (RuntimeException gone) {
      LOG.debug("client disconnected before the error response: {}", kinds);
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
