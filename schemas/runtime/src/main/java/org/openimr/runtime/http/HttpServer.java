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
  private final SlowClientGuard deadline;

  private HttpServer(Javalin server, SlowClientGuard deadline) {
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
    return open(HttpListener.unprotected(address, port), health, metrics, more);
  }

  /**
   * Opens it.
   *
   * @param door where it listens and whom it lets in
   * @param health asked at each request
   * @param more routes of the service
   */
  public static HttpServer open(
      HttpListener door,
      Supplier<HealthReport> health,
      PrometheusMeterRegistry metrics,
      Consumer<JavalinConfig> more) {
    SlowClientGuard deadline = new SlowClientGuard();
    Javalin server =
        Javalin.create(
            config -> {
              listen(config, door, deadline);
              config.routes.before(door::authorize);
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

  private static void listen(JavalinConfig config, HttpListener door, SlowClientGuard deadline) {
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
  private static ConnectionFactory[] protocols(
      Server server, HttpListener door, HttpConfiguration http) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    if (door.tls().isEmpty()) {
      return new ConnectionFactory[] {plain};
    }
    http.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server keys = door.tls().get().sslContextFactory();
    server.addBean(new KeyStoreScanner(keys));
    return new ConnectionFactory[] {new SslConnectionFactory(keys, plain.getProtocol()), plain};
  }

  private static void answerProblems(JavalinConfig config) {
    config.routes.error(
        404,
        context -> {
          if (!ProblemDetail.MEDIA_TYPE.equals(context.res().getContentType())) {
            ProblemDetail.of(404, "Nothing here").sendTo(context);
          }
        });
    config.routes.error(405, context -> ProblemDetail.of(405, "Not this way").sendTo(context));
    config.routes.exception(Exception.class, HttpServer::failed);
  }

  /**
   * Never throws: Javalin would call it again with what it threw, without end, where the client is
   * gone and there is no response any more.
   */
  private static void failed(Exception failure, Context context) {
    // a message might quote a letter
    String kinds = SafeFailureText.classChain(failure);
    try {
      ProblemDetail.of(500, "Internal error").sendTo(context);
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
