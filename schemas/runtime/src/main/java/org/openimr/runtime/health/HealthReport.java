package org.openimr.runtime.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;

/**
 * The health of all components of a service.
 *
 * @param components by name
 */
public record HealthReport(SortedMap<String, ComponentHealth> components) {

  /**
   * The health of one component.
   *
   * @param since time of the last change of its state
   */
  public record ComponentHealth(HealthStatus status, Instant since) {}

  /** The worst state of all components; DOWN if there are none. */
  public HealthStatus.State state() {
    return components.values().stream()
        .map(component -> component.status().state())
        .max(Comparator.naturalOrder())
        .orElse(HealthStatus.State.DOWN);
  }

  /** Whether no component is down. */
  public boolean isReady() {
    return state() != HealthStatus.State.DOWN;
  }

  /**
   * The report as JSON: {@code
   * {"status":"DOWN","checks":{"broker":{"status":"DOWN","reason":"broker not
   * reachable","since":"2026-11-21T10:15:00Z"}}}}.
   */
  public String toJson() {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("status", state().name());
    ObjectNode checks = report.putObject("checks");
    for (Map.Entry<String, ComponentHealth> named : components.entrySet()) {
      HealthStatus status = named.getValue().status();
      ObjectNode check = checks.putObject(named.getKey());
      check.put("status", status.state().name());
      if (!status.reason().isEmpty()) {
        check.put("reason", status.reason());
      }
      check.put("since", named.getValue().since().toString());
    }
    return report.toString();
  }
}
