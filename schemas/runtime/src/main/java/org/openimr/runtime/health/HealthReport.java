package org.openimr.runtime.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;

/**
 * How all parts of a service are.
 *
 * @param parts by name
 */
public record HealthReport(SortedMap<String, ComponentHealth> components) {

  /**
   * How a part is.
   *
   * @param since when it began to be so
   */
  public record ComponentHealth(HealthStatus status, Instant since) {}

  /** Of the worst part. */
  public HealthStatus.State state() {
    return components.values().stream()
        .map(part -> part.status().state())
        .max(Comparator.naturalOrder())
        .orElse(HealthStatus.State.DOWN);
  }

  /** Whether every part works. */
  public boolean isReady() {
    return state() != HealthStatus.State.DOWN;
  }

  /**
   * As JSON: {@code {"status":"DOWN","checks":{"broker":{"status":"DOWN","reason":"broker not
   * reachable","since":"2026-11-21T10:15:00Z"}}}}.
   */
  public String toJson() {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("status", state().name());
    ObjectNode checks = report.putObject("checks");
    for (Map.Entry<String, ComponentHealth> named : components.entrySet()) {
      HealthStatus finding = named.getValue().status();
      ObjectNode check = checks.putObject(named.getKey());
      check.put("status", finding.state().name());
      if (!finding.reason().isEmpty()) {
        check.put("reason", finding.reason());
      }
      check.put("since", named.getValue().since().toString());
    }
    return report.toString();
  }
}
