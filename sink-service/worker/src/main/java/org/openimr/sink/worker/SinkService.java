package org.openimr.sink.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.runtime.bootstrap.ServiceBootstrap;
import org.openimr.runtime.bootstrap.ServiceMetrics;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.runtime.health.BrokerHealthCheck;
import org.openimr.runtime.health.HealthMonitor;
import org.openimr.runtime.health.RegistryHealthCheck;
import org.openimr.runtime.http.HttpServer;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.connect.spi.ReconciledSinks;
import org.openimr.sink.monitor.MonitorService;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationSchedule;
import org.openimr.sink.reconcile.ReconciliationSettings;

/** The sink service: a Kafka Connect worker with its sinks, the monitor, and reconciliation. */
public final class SinkService implements AutoCloseable {
  private static final List<Topic> TOPICS =
      List.of(Topic.CASE_HEADERS, Topic.ITEM_DECISIONS, Topic.DETERMINATIONS, Topic.DEAD_LETTERS);

  private static final SinkPipelineStatus.Notices NOTICES =
      new SinkPipelineStatus.Notices(
          "The worker is starting.", "Reconciliation is disabled (reconcile.interval.ms is 0).");

  private final ServiceResources parts;
  private final SinkWorker worker;
  private final HttpServer http;

  private SinkService(ServiceResources parts, Settings settings) {
    this.parts = parts;
    ServiceMetrics metrics = parts.register(new ServiceMetrics());
    BrokerHealthCheck broker = parts.register(new BrokerHealthCheck(settings.kafka(), TOPICS));
    RegistryHealthCheck registry = parts.register(new RegistryHealthCheck(settings.registry()));
    SinkWorker started = parts.register(SinkWorker.start(settings, metrics.registry()));
    worker = started;
    Optional<ReconciliationSchedule> schedule = reconcile(settings, metrics);
    parts.register(
        MonitorService.start(
            settings, new SinkPipelineStatus(() -> Optional.of(started), () -> schedule, NOTICES)));
    HealthMonitor health =
        parts.register(
            HealthMonitor.start(
                "sinks",
                Map.of("broker", broker, "registry", registry, "sinks", worker),
                metrics.registry()));
    http =
        parts.register(
            HttpServer.open(
                settings.text(SinkServiceSettings.HTTP_ADDRESS),
                settings.intNumber(SinkServiceSettings.HTTP_PORT),
                health::latest,
                metrics.registry(),
                config -> {}));
  }

  /**
   * Starts the service; it runs until it is closed.
   *
   * @throws IllegalArgumentException naming the invalid setting
   */
  public static SinkService start(Settings settings) {
    ServiceResources parts = new ServiceResources();
    try {
      return new SinkService(parts, settings);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /**
   * Runs the service until the process is asked to terminate.
   *
   * @param arguments {@code [FILE] [--KEY=VALUE ...]}: a file of settings, and flags
   */
  public static void main(String[] arguments) throws Exception {
    ServiceBootstrap.run("sinks", SinkServiceSettings.all(), arguments, SinkService::start);
  }

  /** The worker and its connectors. */
  public SinkWorker worker() {
    return worker;
  }

  /** Port of health and metrics. */
  public int httpPort() {
    return http.port();
  }

  @Override
  public void close() {
    parts.close();
  }

  private Optional<ReconciliationSchedule> reconcile(Settings settings, ServiceMetrics metrics) {
    if (settings.number(ReconciliationSettings.INTERVAL) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        parts.register(
            ReconciliationSchedule.start(
                new Reconciliation(settings, ReconciledSinks.of(SinkTypes.all(), settings)),
                settings.duration(ReconciliationSettings.INTERVAL),
                settings.duration(ReconciliationSettings.MAX_WAIT),
                metrics.registry())));
  }
}
