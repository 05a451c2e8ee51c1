package org.openimr.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was found, for people and for programs. */
final class DoctorReport {
  private DoctorReport() {}

  /** A line for each thing, with what to do below it, and one that counts. */
  static List<String> lines(DoctorRun examination) {
    List<String> lines = new ArrayList<>();
    examination
        .findings()
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
    lines.add(counts(examination));
    return lines;
  }

  /** The same as JSON: {@code {"verdict":"wrong","findings":[{"check":"topics",...}]}}. */
  static String json(DoctorRun examination) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("verdict", examination.worst().label());
    ArrayNode all = report.putArray("findings");
    examination
        .findings()
        .forEach(
            (check, findings) ->
                findings.forEach(
                    finding ->
                        all.addObject()
                            .put("check", check)
                            .put("verdict", finding.severity().label())
                            .put("said", finding.message())
                            .put("remedy", finding.remedy())));
    return report.toPrettyString();
  }

  private static String counts(DoctorRun examination) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    examination.all().forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey().label())
        .collect(Collectors.joining(", "));
  }
}
