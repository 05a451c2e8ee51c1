package org.openimr.systemtest.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.testkit.ExternalProgram;
import org.openimr.testkit.NodeProject;

/** Clients that share no code with this project. */
class NonJavaClientsIT {
  private static final Path LETTER = Path.of("../samples/letters/CM17-9000323.txt");

  @TempDir static Path letters;
  private static CompletedUpRun run;

  @BeforeAll
  static void aLetterGoesThrough() throws Exception {
    Files.copy(LETTER, letters.resolve(LETTER.getFileName()));
    run = CompletedUpRun.over(letters);
  }

  @AfterAll
  static void stop() {
    if (run != null) {
      run.close();
    }
  }

  @Test
  void kcatListsTopicsAndItemKeys() throws Exception {
    ExternalProgram.required("kcat");
    String broker = run.connection().text(Settings.BOOTSTRAP);

    String topics = output(List.of("kcat", "-b", broker, "-L"));
    String keys =
        output(
            List.of(
                "kcat",
                "-b",
                broker,
                "-C",
                "-e",
                "-q",
                "-t",
                Topic.ITEM_DECISIONS.topicName(),
                "-f",
                "%k\\n"));

    assertThat(topics).contains(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    assertThat(keys.lines()).containsExactly("CM17-9000323#1", "CM17-9000323#2");
  }

  @Test
  void nodeClientDecodesItemDecisions() throws Exception {
    NodeProject client =
        NodeProject.install(Path.of("src/test/node/client"), Path.of("target/node-client"));

    NodeProject.Output output =
        client.run(
            "read-item-decisions.js",
            run.connection().text(Settings.BOOTSTRAP),
            run.connection().text(Settings.REGISTRY),
            "2");

    assertThat(output.exitCode()).as(output.complaints()).isZero();
    JsonNode decisions = new ObjectMapper().readTree(output.text());
    assertThat(decisions).hasSize(2);
    assertThat(decisions.get(0).get("caseKey").asText()).isEqualTo("CM17-9000323");
    assertThat(decisions.findValuesAsText("outcome")).containsExactly("UPHELD", "UPHELD");
    assertThat(decisions.get(1).get("request").get("disputed").asText()).contains("Tizanidine");
  }

  private static String output(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(command.getFirst() + " ended well: " + output).isZero();
    return output;
  }
}
