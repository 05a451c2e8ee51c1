package org.openimr.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.topic.Topic;
import org.openimr.testkit.NodeProject;

/** The documents before parsers that share no code with this project. */
class ContractParsersIT {
  private static final String MONITOR =
      "../../../sink-service/monitor/src/main/resources/org/openimr/sink/monitor/web/openapi.json";

  @Test
  void parsersAcceptAllDocuments() throws Exception {
    NodeProject node = installed();

    String said = check(node, "published/asyncapi.json", "published/letters.openapi.json", MONITOR);

    assertThat(said)
        .contains("asyncapi.json: %d messages or paths, 0 faults".formatted(Topic.values().length))
        .contains("letters.openapi.json: 4 messages or paths, 0 faults");
  }

  @Test
  void parsersRejectInvalidDocument() throws Exception {
    NodeProject node = installed();
    Path broken = node.folder().resolve("broken-asyncapi.json");
    String document = Files.readString(Path.of("published/asyncapi.json"));
    Files.writeString(broken, document.replace("\"action\" : \"send\"", "\"action\" : \"shout\""));

    assertThat(check(node, broken.toString())).doesNotContain(" 0 faults").contains("faults");
  }

  private static NodeProject installed() throws Exception {
    return NodeProject.install(Path.of("src/test/node"), Path.of("target/contract-check"));
  }

  private static String check(NodeProject node, String... documents) throws Exception {
    NodeProject.Output output =
        node.run(
            "check.mjs",
            Arrays.stream(documents)
                .map(file -> Path.of(file).toAbsolutePath().toString())
                .toArray(String[]::new));
    return output.text() + output.complaints();
  }
}
