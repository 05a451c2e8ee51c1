package org.openimr.systemtest.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardsTest {

  @Test
  void prometheusParsesAllQueries(@TempDir Path folder) throws IOException {
    // Given: recording rules, which are checked as queries are
    StringBuilder rules = new StringBuilder("groups:\n  - name: queries\n    rules:\n");
    List<String> queries =
        MonitoringQueries.queries().values().stream().flatMap(List::stream).toList();
    for (int i = 0; i < queries.size(); i++) {
      rules.append("      - record: query_%d\n        expr: >-\n".formatted(i));
      rules.append("          ").append(queries.get(i)).append('\n');
    }
    Path file = Files.writeString(folder.resolve("queries.yml"), rules);

    // When
    Promtool.Output verdict = Promtool.run("check", "rules", file.toString());

    // Then
    assertThat(verdict.exitCode()).as(verdict.text()).isZero();
    assertThat(verdict.text()).contains(queries.size() + " rules found");
  }

  @Test
  void panelsQueryTheProvisionedDataSource() throws IOException {
    String source =
        Files.readString(
            Path.of("../observability/grafana/provisioning/datasources/prometheus.yml"));

    for (JsonNode dashboard : MonitoringQueries.dashboards()) {
      assertThat(dashboard.get("uid").asText()).startsWith("imr-");
      for (JsonNode target : dashboard.findValues("targets")) {
        assertThat(target).isNotEmpty();
      }
      assertThat(dashboard.findValuesAsText("uid"))
          .filteredOn(uid -> !uid.equals(dashboard.get("uid").asText()))
          .isNotEmpty()
          .allSatisfy(uid -> assertThat(source).contains("uid: " + uid + "\n"));
    }
  }

  @Test
  void panelsDoNotOverlap() throws IOException {
    for (JsonNode dashboard : MonitoringQueries.dashboards()) {
      List<JsonNode> places = dashboard.findValues("gridPos");
      for (JsonNode one : places) {
        assertThat(places)
            .as(dashboard.get("title").asText() + " " + one)
            .filteredOn(other -> other != one && overlap(one, other))
            .isEmpty();
        assertThat(one.get("x").asInt() + one.get("w").asInt()).isLessThanOrEqualTo(24);
      }
    }
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return overlap(one, other, "x", "w") && overlap(one, other, "y", "h");
  }

  private static boolean overlap(JsonNode one, JsonNode other, String at, String size) {
    return one.get(at).asInt() < other.get(at).asInt() + other.get(size).asInt()
        && other.get(at).asInt() < one.get(at).asInt() + one.get(size).asInt();
  }
}
