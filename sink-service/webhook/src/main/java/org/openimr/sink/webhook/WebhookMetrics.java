package org.openimr.sink.webhook;

import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/** What a worker's metrics tell of an endpoint, under {@code kafka.connect:type=plugins}. */
final class WebhookMetrics {
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong deadLetters = new AtomicLong();

  /**
   * Adds them to a worker's; they go with the task.
   *
   * @param waiting events taken on and not delivered
   * @param dead 1 while the endpoint is left alone, else 0
   */
  void register(PluginMetrics metrics, LongSupplier waiting, LongSupplier dead) {
    add(metrics, "delivered-total", "events that the endpoint took", delivered::get);
    add(metrics, "dead-letters-total", "events that it did not take", deadLetters::get);
    add(metrics, "waiting", "events taken on and not delivered", waiting);
    add(metrics, "circuit-open", "1 while the endpoint is left alone", dead);
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
