package org.openimr.sink.monitor.page;

import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.openimr.service.HealthReport;
import org.openimr.service.HttpServer;
import org.openimr.service.door.Door;
import org.openimr.sink.monitor.flow.LiveFigures;
import org.openimr.sink.monitor.instances.InstanceSilent;
import org.openimr.sink.monitor.instances.OtherInstances;
import org.openimr.sink.monitor.sinks.PipelineState;
import org.openimr.sink.monitor.statistics.HeldHere;
import org.openimr.sink.monitor.statistics.StatisticsView;

/** Serves the page and its endpoints over HTTP, with health and metrics. */
public final class PageServer implements AutoCloseable {
  private final HttpServer server;

  private PageServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens the page.
   *
   * @param door where it listens and whom it lets in
   * @param hosts names under which it may be asked for
   */
  public static PageServer open(
      Door door,
      Collection<String> hosts,
      Content content,
      Supplier<HealthReport> health,
      PrometheusMeterRegistry metrics) {
    return new PageServer(
        HttpServer.open(
            door,
            health,
            metrics,
            config -> {
              config.routes.before(new Guard(hosts)::check);
              PageFiles.serve(config);
              route(config, content);
              config.routes.exception(
                  InstanceSilent.class,
                  (silent, context) ->
                      Problems.INSTANCE_SILENT.detail(silent.getMessage()).answer(context));
              config.routes.exception(
                  InvalidStateStoreException.class,
                  (moving, context) -> Problems.NOT_READY.answer(context));
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
  public record Content(
      StatisticsView view,
      LiveFigures figures,
      ClinicalTextAccess access,
      PipelineState pipeline,
      OtherInstances others,
      Optional<HeldHere> shared) {}

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  private static void route(JavalinConfig config, Content content) {
    FigureEndpoints figures = new FigureEndpoints(content.view(), content.figures());
    CaseEndpoints cases =
        new CaseEndpoints(
            content.view(), new CaseHolders(content.view(), content.others()), content.access());
    config.routes.get("/v1/figures", figures::figures);
    config.routes.sse("/v1/events", new FigureEvents(content.figures(), content.pipeline())::open);
    config.routes.get("/v1/statistics", figures::statistics);
    config.routes.get("/v1/dead-letters", figures::deadLetters);
    PipelineEndpoints pipeline = new PipelineEndpoints(content.pipeline());
    content.shared().ifPresent(held -> share(config, held));
    config.routes.get("/v1/sinks", pipeline::sinks);
    config.routes.get("/v1/reconciliation", pipeline::reconciliation);
    config.routes.get("/v1/decisions", cases::newest);
    config.routes.get("/v1/cases", cases::search);
    config.routes.get("/v1/cases/{caseKey}", cases::newestOfCase);
    config.routes.get("/v1/cases/{caseKey}/revisions/{revision}", cases::revision);
  }

  private static void share(JavalinConfig config, HeldHere held) {
    config.routes.get("/v1/rows/{store}", new RowsEndpoint(held)::rows);
  }
}
