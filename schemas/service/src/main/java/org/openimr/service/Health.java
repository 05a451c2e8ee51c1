package org.openimr.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openimr.service.log.LogKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Looks after all parts of a service every second, remembers since when each is as it is, and logs
 * each change. In metrics it is {@code imr_health{check}}: 1 up, 0.5 degraded, 0 down.
 */
public final class Health implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Finding UNKNOWN = Finding.down("not known yet");

  private final String service;
  private final SortedMap<String, Supplier<Finding>> checks;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("imr-health").factory());
  private volatile HealthReport newest;

  private Health(String service, SortedMap<String, Supplier<Finding>> checks) {
    this.service = service;
    this.checks = checks;
    SortedMap<String, HealthReport.Part> parts = new TreeMap<>();
    Instant now = now();
    checks.keySet().forEach(name -> parts.put(name, new HealthReport.Part(UNKNOWN, now)));
    this.newest = new HealthReport(Collections.unmodifiableSortedMap(parts));
  }

  /**
   * Begins to look.
   *
   * @param service name for the log
   * @param checks by name; each takes a few seconds at most and never throws
   */
  public static Health watch(
      String service, Map<String, Supplier<Finding>> checks, MeterRegistry metrics) {
    Health health = new Health(service, new TreeMap<>(checks));
    checks.keySet().forEach(name -> health.gauge(name, metrics));
    health.thread.scheduleWithFixedDelay(health::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    return health;
  }

  /** What was found last. */
  public HealthReport newest() {
    return newest;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void gauge(String name, MeterRegistry metrics) {
    Gauge.builder("imr.health", this, health -> health.value(name))
        .description("1 up, 0.5 degraded, 0 down")
        .tag("check", name)
        .register(metrics);
  }

  private double value(String name) {
    return switch (newest.parts().get(name).finding().status()) {
      case UP -> 1;
      case DEGRADED -> 0.5;
      case DOWN -> 0;
    };
  }

  private void look() {
    SortedMap<String, HealthReport.Part> parts = new TreeMap<>();
    checks.forEach((name, check) -> parts.put(name, part(name, check)));
    newest = new HealthReport(Collections.unmodifiableSortedMap(parts));
  }

  private HealthReport.Part part(String name, Supplier<Finding> check) {
    HealthReport.Part before = newest.parts().get(name);
    Finding finding = find(check);
    if (finding.status() == before.finding().status() && before.finding() != UNKNOWN) {
      return new HealthReport.Part(finding, before.since());
    }
    HealthReport.Part now = new HealthReport.Part(finding, now());
    if (!thread.isShutdown()) {
      log(name, before, now);
    }
    return now;
  }

  private static Finding find(Supplier<Finding> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      return Finding.down("the check failed: " + Failures.kinds(e));
    }
  }

  private void log(String name, HealthReport.Part before, HealthReport.Part now) {
    if (now.finding().status() == Finding.Status.UP) {
      long seconds = Duration.between(before.since(), now.since()).toSeconds();
      event(LOG.atInfo(), name, now.finding())
          .addKeyValue(LogKey.SECONDS.key(), seconds)
          .log("{}: {} is up, after {} s", service, name, seconds);
    } else {
      event(LOG.atWarn(), name, now.finding())
          .addKeyValue(LogKey.REASON.key(), now.finding().reason())
          .log(
              "{}: {} is {}: {}",
              service,
              name,
              now.finding().status().name().toLowerCase(Locale.ROOT),
              now.finding().reason());
    }
  }

  private static LoggingEventBuilder event(LoggingEventBuilder log, String name, Finding finding) {
    return log.addKeyValue(LogKey.CHECK.key(), name)
        .addKeyValue(LogKey.STATUS.key(), finding.status());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
