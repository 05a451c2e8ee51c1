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
 * Watches the connectors of a worker: says what failed and where, in health, metrics and log, and
 * starts again the worker's own tasks that failed, at longer and longer intervals.
 */
public final class ConnectorSupervisor implements Supplier<HealthStatus>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectorSupervisor.class);
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final String RESTARTS = "imr.sink.restarts";

  private final ConnectRestClient client;
  private final String workerId;
  private final MeterRegistry metrics;
  private final MultiGauge tasks;
  private final ConnectorMetrics figures;
  private final RestartBackOff backOff = new RestartBackOff();
  private final PeriodicTask task =
      new PeriodicTask("imr-sinks-watch", PERIOD, this::checkConnectors);
  private volatile List<ConnectorStatus> latestStatuses = List.of();
  private volatile HealthStatus finding = HealthStatus.down("worker is starting");

  private ConnectorSupervisor(URI worker, MeterRegistry metrics) {
    this.client = ConnectRestClient.of(worker);
    this.workerId = worker.getHost() + ":" + worker.getPort();
    this.metrics = metrics;
    this.figures = new ConnectorMetrics(metrics);
    this.tasks =
        MultiGauge.builder("imr.sink.task")
            .description("1 for the state that a task of a sink is in")
            .register(metrics);
  }

  /** Begins to watch; the worker need not have joined its group yet. */
  public static ConnectorSupervisor start(URI worker, MeterRegistry metrics) {
    ConnectorSupervisor supervisor = new ConnectorSupervisor(worker, metrics);
    supervisor.task.start();
    return supervisor;
  }

  /** How all connectors were at the last look. */
  public List<ConnectorStatus> latestStatuses() {
    return latestStatuses;
  }

  /** Degraded while a sink has failed, for the others go on; down while no worker answers. */
  @Override
  public HealthStatus get() {
    return finding;
  }

  @Override
  public void close() {
    task.close();
    client.close();
  }

  private void checkConnectors() {
    try {
      List<ConnectorStatus> statuses = client.statuses();
      tell(statuses);
      latestStatuses = statuses;
      gauge(statuses);
      figures.poll();
      statuses.forEach(this::care);
      finding = finding(statuses);
    } catch (SinkException e) {
      finding = HealthStatus.down("worker does not answer");
    }
  }

  private void care(ConnectorStatus status) {
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
      LOG.info("sink {}: failed tasks are started again", status.name());
      client.restart(status.name(), true);
    }
  }

  private void tell(List<ConnectorStatus> statuses) {
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
                    .addKeyValue(LogField.REASON.key(), told(status))
                    .log("sink {} failed: {}", status.name(), told(status)));
  }

  private static String told(ConnectorStatus status) {
    return status
        .failure()
        .map(SafeStackTrace::parse)
        .map(SafeStackTrace::toString)
        .orElse("unknown");
  }

  private void gauge(List<ConnectorStatus> statuses) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (ConnectorStatus status : statuses) {
      // seen from the start, so that the first one is a change
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

  private static HealthStatus finding(List<ConnectorStatus> statuses) {
    String failed =
        statuses.stream()
            .filter(ConnectorStatus::isFailed)
            .map(status -> status.name() + " failed: " + told(status))
            .collect(Collectors.joining("; "));
    return failed.isEmpty() ? HealthStatus.UP : HealthStatus.degraded(failed);
  }
}
