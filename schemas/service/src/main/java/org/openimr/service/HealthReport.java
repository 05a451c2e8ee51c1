package org.openimr.service;

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
public record HealthReport(SortedMap<String, Part> parts) {

  /**
   * How a part is.
   *
   * @param since when it began to be so
   */
  public record Part(Finding finding, Instant since) {}

  /** Of the worst part. */
  public Finding.Status status() {
    return parts.values().stream()
        .map(part -> part.finding().status())
        .max(Comparator.naturalOrder())
        .orElse(Finding.Status.DOWN);
  }

  /** Whether every part works. */
  public boolean isReady() {
    return status() != Finding.Status.DOWN;
  }

  /**
   * As JSON: {@code {"status":"DOWN","checks":{"broker":{"status":"DOWN","reason":"broker not
   * reachable","since":"2026-11-21T10:15:00Z"}}}}.
   */
  public String toJson() {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("status", status().name());
    ObjectNode checks = report.putObject("checks");
    for (Map.Entry<String, Part> named : parts.entrySet()) {
      Finding finding = named.getValue().finding();
      ObjectNode check = checks.putObject(named.getKey());
      check.put("status", finding.status().name());
      if (!finding.reason().isEmpty()) {
        check.put("reason", finding.reason());
      }
      check.put("since", named.getValue().since().toString());
    }
    return report.toString();
  }
}
