package org.openimr.sink.monitor.page;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.openimr.sink.monitor.flow.Figures;
import org.openimr.sink.monitor.flow.LiveFigures;
import org.openimr.sink.monitor.statistics.StatisticsView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the page and its endpoints over HTTP. */
public final class PageServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);

  /** A reader that takes nothing for so long is gone. */
  private static final Duration IDLE = Duration.ofSeconds(20);

  /** Nobody is waited for: readers of events never finish, and all others ask again. */
  private static final long STOP_AT_ONCE = 0;

  private final Javalin server;

  private PageServer(Javalin server) {
    this.server = server;
  }

  /**
   * Opens the page.
   *
   * @param address to bind to
   * @param port 0 for any that is free
   * @param hosts names under which it may be asked for
   */
  public static PageServer open(
      String address,
      int port,
      Collection<String> hosts,
      StatisticsView view,
      LiveFigures figures,
      ClinicalTextAccess access) {
    Javalin server =
        Javalin.create(
            config -> {
              listen(config, address, port);
              config.routes.before(new Guard(hosts)::check);
              PageFiles.serve(config);
              route(config, view, figures, access);
              answerProblems(config);
            });
    return new PageServer(server.start());
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void route(
      JavalinConfig config, StatisticsView view, LiveFigures live, ClinicalTextAccess access) {
    FigureEndpoints figures = new FigureEndpoints(view, live);
    CaseEndpoints cases = new CaseEndpoints(view, access);
    config.routes.get("/v1/figures", figures::figures);
    config.routes.sse("/v1/events", new FigureEvents(live)::open);
    config.routes.get("/v1/statistics", figures::statistics);
    config.routes.get("/v1/dead-letters", figures::deadLetters);
    config.routes.get("/v1/decisions", cases::newest);
    config.routes.get("/v1/cases", cases::search);
    config.routes.get("/v1/cases/{caseKey}", cases::newestOfCase);
    config.routes.get("/v1/cases/{caseKey}/revisions/{revision}", cases::revision);
    config.routes.get("/health/live", context -> health(context, true));
    config.routes.get(
        "/health/ready",
        context -> health(context, live.newest().map(Figures::ready).orElse(false)));
  }

  private static void listen(JavalinConfig config, String address, int port) {
    config.startup.showJavalinBanner = false;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(server -> server.setStopTimeout(STOP_AT_ONCE));
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
          if (!"application/problem+json".equals(context.res().getContentType())) {
            Problem.UNKNOWN.answer(context);
          }
        });
    config.routes.error(405, Problem.WRONG_METHOD::answer);
    config.routes.exception(
        InvalidStateStoreException.class, (moving, context) -> Problem.NOT_READY.answer(context));
    // a message might quote a letter
    config.routes.exception(
        Exception.class,
        (failure, context) -> {
          LOG.error("no answer to {}: {}", context.path(), failure.getClass().getName());
          Problem.INTERNAL.answer(context);
        });
  }

  private static void health(Context context, boolean up) {
    context
        .status(up ? 200 : 503)
        .contentType("application/json")
        .result("{\"status\":\"%s\"}".formatted(up ? "UP" : "DOWN"));
  }
}
