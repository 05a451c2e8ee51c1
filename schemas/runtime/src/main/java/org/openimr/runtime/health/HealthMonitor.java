package org.openimr.runtime.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.openimr.runtime.bootstrap.PeriodicTask;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.runtime.log.LogField;
import org.openimr.runtime.log.SafeFailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Checks all components of a service every second, keeps the time of the last change of each, and
 * logs each change. The metric is {@code imr_health{check}}: 1 up, 0.5 degraded, 0 down.
 */
public final class HealthMonitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final HealthStatus UNKNOWN = HealthStatus.down("not checked yet");

  private final String service;
  private final SortedMap<String, Supplier<HealthStatus>> checks;
  private final PeriodicTask task = new PeriodicTask("imr-health", PERIOD, this::runChecks);
  private final ServiceResources resources = new ServiceResources();
  private volatile HealthReport latest;

  private HealthMonitor(String service, SortedMap<String, Supplier<HealthStatus>> checks) {
    this.service = service;
    this.checks = checks;
    SortedMap<String, HealthReport.ComponentHealth> components = new TreeMap<>();
    Instant now = now();
    checks
        .keySet()
        .forEach(name -> components.put(name, new HealthReport.ComponentHealth(UNKNOWN, now)));
    this.latest = new HealthReport(Collections.unmodifiableSortedMap(components));
  }

  /**
   * Starts checking.
   *
   * @param service name for the log
   * @param checks by name; each must return within a few seconds
   */
  public static HealthMonitor start(
      String service, Map<String, Supplier<HealthStatus>> checks, MeterRegistry metrics) {
    HealthMonitor health = new HealthMonitor(service, new TreeMap<>(checks));
    checks.keySet().forEach(name -> health.gauge(name, metrics));
    health.task.start();
    return health;
  }

  /** The result of the last checks. */
  public HealthReport latest() {
    return latest;
  }

  @Override
  public void close() {
    task.close();
    resources.close();
  }

  private void gauge(String name, MeterRegistry metrics) {
    Gauge.builder("imr.health", this, health -> health.value(name))
        .description("1 up, 0.5 degraded, 0 down")
        .tag("check", name)
        .register(metrics);
  }

  private double value(String name) {
    return switch (latest(name).status().state()) {
      case UP -> 1;
      case DEGRADED -> 0.5;
      case DOWN -> 0;
    };
  }

  private void runChecks() {
    SortedMap<String, HealthReport.ComponentHealth> components = new TreeMap<>();
    checks.forEach((name, check) -> components.put(name, runCheck(name, check)));
    latest = new HealthReport(Collections.unmodifiableSortedMap(components));
  }

  private HealthReport.ComponentHealth latest(String name) {
    return Objects.requireNonNull(latest.components().get(name));
  }

  @SuppressWarnings("ReferenceEquality") // UNKNOWN is a marker
  private HealthReport.ComponentHealth runCheck(String name, Supplier<HealthStatus> check) {
    HealthReport.ComponentHealth before = latest(name);
    HealthStatus status = evaluate(check);
    if (status.state() == before.status().state() && before.status() != UNKNOWN) {
      return new HealthReport.ComponentHealth(status, before.since());
    }
    HealthReport.ComponentHealth now = new HealthReport.ComponentHealth(status, now());
    if (!task.isClosed()) {
      log(name, before, now);
    }
    return now;
  }

  private static HealthStatus evaluate(Supplier<HealthStatus> check) {
    try {
      return check.get();
    } catch (Throwable e) {
      return HealthStatus.down("the check failed: " + SafeFailureText.classChain(e));
    }
  }

  private void log(
      String name, HealthReport.ComponentHealth before, HealthReport.ComponentHealth now) {
    if (now.status().state() == HealthStatus.State.UP) {
      long seconds = Duration.between(before.since(), now.since()).toSeconds();
      event(LOG.atInfo(), name, now.status())
          .addKeyValue(LogField.SECONDS.key(), seconds)
          .log("{}: {} is up, after {} s", service, name, seconds);
    } else {
      event(LOG.atWarn(), name, now.status())
          .addKeyValue(LogField.REASON.key(), now.status().reason())
          .log(
              "{}: {} is {}: {}",
              service,
              name,
              now.status().state().name().toLowerCase(Locale.ROOT),
              now.status().reason());
    }
  }

  private static LoggingEventBuilder event(
      LoggingEventBuilder log, String name, HealthStatus status) {
    return log.addKeyValue(LogField.CHECK.key(), name)
        .addKeyValue(LogField.STATUS.key(), status.state());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
