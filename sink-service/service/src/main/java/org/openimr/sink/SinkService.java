package org.openimr.sink;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.service.BrokerCheck;
import org.openimr.service.Health;
import org.openimr.service.HttpServer;
import org.openimr.service.Parts;
import org.openimr.service.RegistryCheck;
import org.openimr.service.ServiceMetrics;
import org.openimr.service.ServiceProcess;
import org.openimr.service.log.ServiceLog;
import org.openimr.sink.connect.SinksUnderCheck;
import org.openimr.sink.monitor.MonitorService;
import org.openimr.sink.reconcile.ReconcileSettings;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationSchedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sink service: a Kafka Connect worker with its sinks, the monitor, and reconciliation. */
public final class SinkService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SinkService.class);
  private static final List<Topic> TOPICS =
      List.of(Topic.CASE_HEADERS, Topic.ITEM_DECISIONS, Topic.DETERMINATIONS, Topic.DEAD_LETTERS);

  private static final ServicePipeline.Words PIPELINE_WORDS =
      new ServicePipeline.Words(
          "The worker is starting.", "Reconciliation is turned off (reconcile.every.ms is 0).");

  private final Parts parts = new Parts();
  private SinkWorker worker;
  private HttpServer http;

  private SinkService() {}

  /**
   * Starts the service; it runs until it is closed.
   *
   * @throws IllegalArgumentException naming the setting that is not what it should be
   */
  public static SinkService start(Settings settings) {
    SinkService service = new SinkService();
    try {
      service.open(settings);
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) throws Exception {
    Settings settings =
        Settings.of(SinkServiceSettings.all(), Settings.environment(System.getenv()));
    ServiceLog.open(settings, "sinks");
    LOG.info("settings {}", settings);
    ServiceProcess.run(() -> start(settings));
  }

  /** Worker and connectors. */
  public SinkWorker worker() {
    return worker;
  }

  /** Where health and metrics are. */
  public int httpPort() {
    return http.port();
  }

  @Override
  public void close() {
    parts.close();
  }

  private void open(Settings settings) {
    ServiceMetrics metrics = parts.opened(new ServiceMetrics());
    BrokerCheck broker = parts.opened(new BrokerCheck(settings.kafka(), TOPICS));
    RegistryCheck registry = parts.opened(new RegistryCheck(settings.registry()));
    worker = parts.opened(SinkWorker.start(settings, metrics.registry()));
    Optional<ReconciliationSchedule> schedule = reconcile(settings, metrics);
    parts.opened(
        MonitorService.start(
            settings,
            new ServicePipeline(() -> Optional.of(worker), () -> schedule, PIPELINE_WORDS)));
    Health health =
        parts.opened(
            Health.watch(
                "sinks",
                Map.of("broker", broker, "registry", registry, "sinks", worker),
                metrics.registry()));
    http =
        parts.opened(
            HttpServer.open(
                settings.text(SinkServiceSettings.HTTP_ADDRESS),
                Math.toIntExact(settings.number(SinkServiceSettings.HTTP_PORT)),
                health::newest,
                metrics.registry(),
                config -> {}));
  }

  private Optional<ReconciliationSchedule> reconcile(Settings settings, ServiceMetrics metrics) {
    if (settings.number(ReconcileSettings.EVERY) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        parts.opened(
            ReconciliationSchedule.start(
                new Reconciliation(settings, SinksUnderCheck.of(Sinks.all(), settings)),
                settings.milliseconds(ReconcileSettings.EVERY),
                settings.milliseconds(ReconcileSettings.WAIT),
                metrics.registry())));
  }
}
