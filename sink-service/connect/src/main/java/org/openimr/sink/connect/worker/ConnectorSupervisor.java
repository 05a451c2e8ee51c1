package org.openimr.sink.connect.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openimr.runtime.bootstrap.PeriodicTask;
import org.openimr.runtime.health.HealthStatus;
import org.openimr.runtime.log.LogField;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.client.ConnectorStatus.State;
import org.openimr.sink.connect.client.ConnectorStatus.TaskStatus;
import org.openimr.sink.connect.record.SafeStackTrace;
import org.openimr.sink.connect.spi.SinkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supervises the connectors of a worker: reports failures in health, metrics and log, and restarts
 * failed tasks of this worker with increasing delays.
 */
public final class ConnectorSupervisor implements Supplier<HealthStatus>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectorSupervisor.class);
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final String RESTARTS = "imr.sink.restarts";

  private final ConnectRestClient client;
  private final String workerId;
  private final MeterRegistry metrics;
  private final MultiGauge tasks;
  private final ConnectorMetrics connectorMetrics;
  private final RestartBackOff backOff = new RestartBackOff();
  private final PeriodicTask task =
      new PeriodicTask("imr-sinks-watch", PERIOD, this::checkConnectors);
  private volatile List<ConnectorStatus> latestStatuses = List.of();
  private volatile HealthStatus health = HealthStatus.down("worker is starting");

  private ConnectorSupervisor(URI worker, MeterRegistry metrics) {
    this.client = ConnectRestClient.of(worker);
    this.workerId = worker.getHost() + ":" + worker.getPort();
    this.metrics = metrics;
    this.connectorMetrics = new ConnectorMetrics(metrics);
    this.tasks =
        MultiGauge.builder("imr.sink.task")
            .description("1 for the current state of a sink task")
            .register(metrics);
  }

  /** Starts supervision; the worker may still be joining its group. */
  public static ConnectorSupervisor start(URI worker, MeterRegistry metrics) {
    ConnectorSupervisor supervisor = new ConnectorSupervisor(worker, metrics);
    supervisor.task.start();
    return supervisor;
  }

  /** Status of all connectors at the last poll. */
  public List<ConnectorStatus> latestStatuses() {
    return latestStatuses;
  }

  /** Degraded while a sink has failed, because the others still run; down without a worker. */
  @Override
  public HealthStatus get() {
    return health;
  }

  @Override
  public void close() {
    task.close();
    client.close();
  }

  private void checkConnectors() {
    try {
      List<ConnectorStatus> statuses = client.statuses();
      logFailures(statuses);
      latestStatuses = statuses;
      updateGauge(statuses);
      connectorMetrics.poll();
      statuses.forEach(this::restartIfDue);
      health = healthOf(statuses);
    } catch (SinkException e) {
      health = HealthStatus.down("worker does not respond");
    }
  }

  private void restartIfDue(ConnectorStatus status) {
    Instant now = Instant.now();
    boolean due = false;
    for (TaskStatus task : status.tasks()) {
      String name = status.name() + "/" + task.number();
      if (task.state() != State.FAILED) {
        backOff.reset(name, now);
      } else if (task.worker().equals(workerId)) {
        due |= backOff.isDue(name, now);
      }
    }
    if (status.state() == State.FAILED && status.worker().equals(workerId)) {
      due |= backOff.isDue(status.name(), now);
    }
    if (due) {
      metrics.counter(RESTARTS, "connector", status.name()).increment();
      LOG.info("sink {}: restarting failed tasks", status.name());
      client.restart(status.name(), true);
    }
  }

  private void logFailures(List<ConnectorStatus> statuses) {
    List<String> failedBefore =
        latestStatuses.stream()
            .filter(ConnectorStatus::isFailed)
            .map(ConnectorStatus::name)
            .toList();
    statuses.stream()
        .filter(status -> status.isFailed() && !failedBefore.contains(status.name()))
        .forEach(
            status ->
                LOG.atError()
                    .addKeyValue(LogField.CONNECTOR.key(), status.name())
                    .addKeyValue(LogField.REASON.key(), reason(status))
                    .log("sink {} failed: {}", status.name(), reason(status)));
  }

  private static String reason(ConnectorStatus status) {
    return status
        .failure()
        .map(SafeStackTrace::parse)
        .map(SafeStackTrace::toString)
        .orElse("unknown");
  }

  private void updateGauge(List<ConnectorStatus> statuses) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (ConnectorStatus status : statuses) {
      // exists from the start, so that the first restart is an increase
      metrics.counter(RESTARTS, "connector", status.name());
      for (TaskStatus task : status.tasks()) {
        Tags tags =
            Tags.of(
                "sink", status.sink(),
                "connector", status.name(),
                "task", Integer.toString(task.number()),
                "state", task.state().name());
        rows.add(MultiGauge.Row.of(tags, 1));
      }
    }
    tasks.register(rows, true);
  }

  private static HealthStatus healthOf(List<ConnectorStatus> statuses) {
    String failed =
        statuses.stream()
            .filter(ConnectorStatus::isFailed)
            .map(status -> status.name() + " failed: " + reason(status))
            .collect(Collectors.joining("; "));
    return failed.isEmpty() ? HealthStatus.UP : HealthStatus.degraded(failed);
  }
}
