package org.openimr.systemtest.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.testkit.NodeProject;

/** The file before the schema of the Compose Specification. */
class ComposeFileSchemaIT {

  @Test
  void fileMatchesComposeSpecification() throws Exception {
    ComposeFile compose = ComposeFile.read();

    assertThat(faults(compose))
        .containsExactly(compose.containers().size() + " containers, 0 faults");
  }

  @ParameterizedTest
  @CsvSource({
    "healthcheck:, healthchecks:, services/broker",
    "condition: service_healthy, condition: service_well, services/topics",
    "interval: 5s, interval: 5 seconds, services/broker/healthcheck",
    "restart: unless-stopped, restarts: unless-stopped, services/broker",
    "read_only: true, read_only: sometimes, services/topics",
    "mem_limit: 1g, memory_limit: 1g, services/ingest-service",
    "127.0.0.1:9092:9092, localhost:nine, services/broker/ports/0"
  })
  void aWordThatIsWrongIsFoundWhereItIs(String right, String wrong, String place) throws Exception {
    // Given
    String text = Files.readString(ComposeFile.FILE).replace("${IMR_BROKER_PORT:-9092}", "9092");
    assertThat(text).contains(right);

    // When
    List<String> faults = faults(ComposeFile.of(text.replace(right, wrong)));

    // Then
    assertThat(faults).anyMatch(line -> line.startsWith(place));
    assertThat(faults.getLast()).doesNotContain(" 0 faults");
  }

  private static List<String> faults(ComposeFile compose) throws IOException, InterruptedException {
    NodeProject node =
        NodeProject.install(Path.of("src/test/node/compose"), Path.of("target/compose-check"));
    Path file = Files.writeString(node.folder().resolve("compose.json"), compose.tree().toString());
    NodeProject.Output output = node.run("check.js", file.toString());
    assertThat(output.complaints()).isEmpty();
    return output.text().lines().toList();
  }
}
