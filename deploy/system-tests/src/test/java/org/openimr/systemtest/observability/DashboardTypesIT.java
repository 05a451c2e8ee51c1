package org.openimr.systemtest.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.testkit.NodeProject;

/** The dashboards before Grafana's own types; Grafana itself is in no registry of this build. */
class DashboardTypesIT {
  private static final Path OVERVIEW = MonitoringQueries.DASHBOARDS.resolve("imr-overview.json");

  /** Of the board, a panel, a query and a curve: the right word, and the wrong one. */
  private static final Map<String, String> WRONG =
      Map.of(
          "schemaVersion", "versionOfSchema",
          "colorMode", "colourMode",
          "legendFormat", "legendForm",
          "fillOpacity", "fillOpacities");

  @TempDir private Path folder;

  @Test
  void dashboardsMatchGrafanaTypes() throws Exception {
    try (Stream<Path> files = Files.list(MonitoringQueries.DASHBOARDS)) {
      assertThat(faults(files.toList())).containsExactly("4 dashboards, 0 faults");
    }
  }

  @Test
  void reportsUnknownDashboardField() throws Exception {
    // Given
    List<Path> changed = new ArrayList<>();
    for (Map.Entry<String, String> word : WRONG.entrySet()) {
      String text = Files.readString(OVERVIEW);
      assertThat(text).contains('"' + word.getKey() + '"');
      changed.add(
          Files.writeString(
              folder.resolve(word.getValue() + ".json"),
              text.replace('"' + word.getKey() + '"', '"' + word.getValue() + '"')));
    }

    // When
    List<String> faults = faults(changed);

    // Then
    assertThat(WRONG.values())
        .allSatisfy(
            wrong ->
                assertThat(faults)
                    .anyMatch(
                        line ->
                            line.startsWith(wrong + ".json ")
                                && line.contains("{\"additionalProperty\":\"" + wrong + "\"}")));
  }

  private static List<String> faults(List<Path> dashboards)
      throws IOException, InterruptedException {
    NodeProject node =
        NodeProject.install(
            Path.of("src/test/node/observability"), Path.of("target/dashboard-check"));
    NodeProject.Output output =
        node.run(
            "check.js",
            dashboards.stream()
                .map(file -> file.toAbsolutePath().toString())
                .toArray(String[]::new));
    assertThat(output.complaints()).isEmpty();
    return output.text().lines().toList();
  }
}
