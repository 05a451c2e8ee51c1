package org.openimr.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.foreign.NodeProject;

/** The dashboards before Grafana's own types; Grafana itself is in no registry of this build. */
class GrafanaTypesIT {
  private static final Path OVERVIEW = Watched.DASHBOARDS.resolve("imr-overview.json");

  @TempDir private Path folder;

  @Test
  void everyDashboardIsWhatGrafanaTakes() throws Exception {
    try (Stream<Path> files = Files.list(Watched.DASHBOARDS)) {
      assertThat(faults(files.toList())).containsExactly("4 dashboards, 0 faults");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "colorMode, colourMode, options",
    "legendFormat, legend, targets",
    "fillOpacity, fillOpacities, fieldConfig",
    "schemaVersion, version_of_schema, imr-overview.json :"
  })
  void aFieldThatGrafanaDoesNotKnowIsFoundWhereItIs(String right, String wrong, String place)
      throws Exception {
    // Given
    String text = Files.readString(OVERVIEW);
    assertThat(text).contains('"' + right + '"');
    Path changed = folder.resolve(OVERVIEW.getFileName());
    Files.writeString(changed, text.replace('"' + right + '"', '"' + wrong + '"'));

    // When
    List<String> faults = faults(List.of(changed));

    // Then
    assertThat(faults).anyMatch(line -> line.contains(place) && line.contains(wrong));
  }

  private static List<String> faults(List<Path> dashboards)
      throws IOException, InterruptedException {
    NodeProject node =
        NodeProject.installed(Path.of("src/test/node"), Path.of("target/dashboard-check"));
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
