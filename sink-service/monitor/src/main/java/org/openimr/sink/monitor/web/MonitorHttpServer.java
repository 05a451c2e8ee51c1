package org.openimr.sink.monitor.web;

import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.http.HttpServer;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.monitor.pipeline.ThroughputSampler;
import org.openimr.sink.monitor.store.LocalStores;
import org.openimr.sink.monitor.store.PeerClient;
import org.openimr.sink.monitor.store.PeerUnavailableException;
import org.openimr.sink.monitor.store.StatisticsView;

/** Serves the page and its endpoints over HTTP, with health and metrics. */
public final class MonitorHttpServer implements AutoCloseable {
  private final HttpServer server;

  private MonitorHttpServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens the page.
   *
   * @param door where it listens and whom it lets in
   * @param hosts names under which it may be asked for
   */
  public static MonitorHttpServer open(
      HttpListener door,
      Collection<String> hosts,
      PageContent content,
      Supplier<HealthReport> health,
      PrometheusMeterRegistry metrics) {
    return new MonitorHttpServer(
        HttpServer.open(
            door,
            health,
            metrics,
            config -> {
              config.routes.before(new MonitorRequestFilter(hosts)::check);
              StaticPageFiles.serve(config);
              route(config, content);
              config.routes.exception(
                  PeerUnavailableException.class,
                  (silent, context) ->
                      MonitorProblems.PEER_UNAVAILABLE.detail(silent.getMessage()).sendTo(context));
              config.routes.exception(
                  InvalidStateStoreException.class,
                  (moving, context) -> MonitorProblems.NOT_READY.sendTo(context));
            }));
  }

  /**
   * What the page shows.
   *
   * @param access who may read clinical text
   * @param pipeline sinks and reconciliation
   * @param others instances
   * @param shared what they may read of this one; empty if it is alone
   */
  public record PageContent(
      StatisticsView view,
      ThroughputSampler figures,
      ClinicalTextAccess access,
      PipelineStatus pipeline,
      PeerClient others,
      Optional<LocalStores> shared) {}

  /** Where it listens. */
  public int httpPort() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  private static void route(JavalinConfig config, PageContent content) {
    StatisticsHandler figures = new StatisticsHandler(content.view(), content.figures());
    CaseHandler cases =
        new CaseHandler(
            content.view(), new CaseRouter(content.view(), content.others()), content.access());
    config.routes.get("/v1/figures", figures::throughput);
    config.routes.sse(
        "/v1/events", new ThroughputEventStream(content.figures(), content.pipeline())::open);
    config.routes.get("/v1/statistics", figures::statistics);
    config.routes.get("/v1/dead-letters", figures::deadLetters);
    PipelineStatusHandler pipeline = new PipelineStatusHandler(content.pipeline());
    content.shared().ifPresent(held -> share(config, held));
    config.routes.get("/v1/sinks", pipeline::sinks);
    config.routes.get("/v1/reconciliation", pipeline::reconciliation);
    config.routes.get("/v1/decisions", cases::newest);
    config.routes.get("/v1/cases", cases::search);
    config.routes.get("/v1/cases/{caseKey}", cases::newestOfCase);
    config.routes.get("/v1/cases/{caseKey}/revisions/{revision}", cases::revision);
  }

  private static void share(JavalinConfig config, LocalStores held) {
    config.routes.get("/v1/rows/{store}", new StoreRowsHandler(held)::rows);
  }
}
