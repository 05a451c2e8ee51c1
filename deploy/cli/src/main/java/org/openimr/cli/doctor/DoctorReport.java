package org.openimr.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report of a run as text and as JSON. */
final class DoctorReport {
  private DoctorReport() {}

  /** One line per finding, followed by its remedy, and a line with the totals. */
  static List<String> lines(DoctorRun run) {
    List<String> lines = new ArrayList<>();
    run.findings()
        .forEach(
            (check, findings) -> {
              for (DoctorFinding finding : findings) {
                lines.add(
                    "%-10s %-7s %s"
                        .formatted(check, finding.severity().label(), finding.message()));
                if (!finding.remedy().isEmpty()) {
                  lines.add("%-18s -> %s".formatted("", finding.remedy()));
                }
              }
            });
    lines.add("");
    lines.add(counts(run));
    return lines;
  }

  /** The report as JSON: {@code {"severity":"failed","findings":[{"check":"topics",...}]}}. */
  static String json(DoctorRun run) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("severity", run.worst().label());
    ArrayNode all = report.putArray("findings");
    run.findings()
        .forEach(
            (check, findings) ->
                findings.forEach(
                    finding ->
                        all.addObject()
                            .put("check", check)
                            .put("severity", finding.severity().label())
                            .put("message", finding.message())
                            .put("remedy", finding.remedy())));
    return report.toPrettyString();
  }

  private static String counts(DoctorRun run) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    run.all().forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey().label())
        .collect(Collectors.joining(", "));
  }
}
