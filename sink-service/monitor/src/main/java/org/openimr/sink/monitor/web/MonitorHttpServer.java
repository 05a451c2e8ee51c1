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

/** Serves the page, the REST API, health and metrics over HTTP. */
public final class MonitorHttpServer implements AutoCloseable {
  private final HttpServer server;

  private MonitorHttpServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts the server.
   *
   * @param listener address and authentication
   * @param hosts allowed host names of requests
   */
  public static MonitorHttpServer open(
      HttpListener listener,
      Collection<String> hosts,
      PageContent content,
      Supplier<HealthReport> health,
      PrometheusMeterRegistry metrics) {
    return new MonitorHttpServer(
        HttpServer.open(
            listener,
            health,
            metrics,
            config -> {
              config.routes.before(new MonitorRequestFilter(hosts)::check);
              StaticPageFiles.serve(config);
              route(config, content);
              config.routes.exception(
                  PeerUnavailableException.class,
                  (unavailable, context) ->
                      MonitorProblems.PEER_UNAVAILABLE
                          .detail(String.valueOf(unavailable.getMessage()))
                          .sendTo(context));
              config.routes.exception(
                  InvalidStateStoreException.class,
                  (reassigning, context) -> MonitorProblems.NOT_READY.sendTo(context));
            }));
  }

  /**
   * The sources of the page and the REST API.
   *
   * @param view statistics, cases and dead letters
   * @param sampler throughput of the last two minutes
   * @param access access to clinical text
   * @param pipeline status of sinks and reconciliation
   * @param peers client for other instances
   * @param shared stores that other instances may read; empty for a single instance
   * @param documentation URL of the page that describes warnings; empty if it is not published
   */
  public record PageContent(
      StatisticsView view,
      ThroughputSampler sampler,
      ClinicalTextAccess access,
      PipelineStatus pipeline,
      PeerClient peers,
      Optional<LocalStores> shared,
      Optional<String> documentation) {}

  /** The port of the server. */
  public int httpPort() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  private static void route(JavalinConfig config, PageContent content) {
    StatisticsHandler statistics =
        new StatisticsHandler(content.view(), content.sampler(), content.documentation());
    CaseHandler cases =
        new CaseHandler(
            content.view(), new CaseRouter(content.view(), content.peers()), content.access());
    config.routes.get("/v1/figures", statistics::throughput);
    config.routes.sse(
        "/v1/events", new ThroughputEventStream(content.sampler(), content.pipeline())::open);
    config.routes.get("/v1/statistics", statistics::statistics);
    config.routes.get("/v1/warnings", statistics::warnings);
    config.routes.get("/v1/dead-letters", statistics::deadLetters);
    PipelineStatusHandler pipeline = new PipelineStatusHandler(content.pipeline());
    content.shared().ifPresent(stores -> share(config, stores));
    config.routes.get("/v1/sinks", pipeline::sinks);
    config.routes.get("/v1/reconciliation", pipeline::reconciliation);
    config.routes.get("/v1/decisions", cases::newest);
    config.routes.get("/v1/cases", cases::search);
    config.routes.get("/v1/cases/{caseKey}", cases::newestOfCase);
    config.routes.get("/v1/cases/{caseKey}/revisions/{revision}", cases::revision);
  }

  private static void share(JavalinConfig config, LocalStores stores) {
    config.routes.get("/v1/rows/{store}", new StoreRowsHandler(stores)::rows);
  }
}
