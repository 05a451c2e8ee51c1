package org.openimr.sink.webhook;

import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/** Metrics of one endpoint, exposed by the worker under {@code kafka.connect:type=plugins}. */
final class WebhookMetrics {
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong deadLetters = new AtomicLong();

  /**
   * Registers the metrics; the worker removes them when the task stops.
   *
   * @param pending undelivered events
   * @param circuitOpen 1 while the circuit is open, otherwise 0
   */
  void register(PluginMetrics metrics, LongSupplier pending, LongSupplier circuitOpen) {
    add(metrics, "delivered-total", "events that the endpoint accepted", delivered::get);
    add(metrics, "dead-letters-total", "events written as dead letters", deadLetters::get);
    add(metrics, "pending", "undelivered events", pending);
    add(metrics, "circuit-open", "1 while the circuit is open", circuitOpen);
  }

  void delivered() {
    delivered.incrementAndGet();
  }

  void deadLetter() {
    deadLetters.incrementAndGet();
  }

  private static void add(
      PluginMetrics metrics, String name, String description, LongSupplier value) {
    Gauge<Long> gauge = (config, now) -> value.getAsLong();
    metrics.addMetric(metrics.metricName(name, description, new LinkedHashMap<>()), gauge);
  }
}
