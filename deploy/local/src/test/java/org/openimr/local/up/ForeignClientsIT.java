package org.openimr.local.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;

/**
 * Clients that share no code with this project. Where a tool is missing, its test says so and is
 * not run, unless {@code REQUIRE_CLIENTS=true} (as {@code .ci/run} sets it): then it fails.
 */
class ForeignClientsIT {
  private static final Path LETTER = Path.of("src/main/samples/letters/CM17-9000323.txt");
  private static final Path NODE_CLIENT = Path.of("src/test/node");

  @TempDir static Path letters;
  private static FinishedRun run;

  @BeforeAll
  static void aLetterGoesThrough() throws Exception {
    Files.copy(LETTER, letters.resolve(LETTER.getFileName()));
    run = FinishedRun.over(letters);
  }

  @AfterAll
  static void stop() {
    if (run != null) {
      run.close();
    }
  }

  @Test
  void kcatSeesAllTopicsAndTheKeysOfItems() throws Exception {
    require("kcat");
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
  void aNodeClientDecodesItemDecisionsThroughTheRegistry() throws Exception {
    require("node");
    require("npm");
    Path client = installedNodeClient();

    String printed =
        output(
            List.of(
                "node",
                client.resolve("read-item-decisions.js").toString(),
                run.connection().text(Settings.BOOTSTRAP),
                run.connection().text(Settings.REGISTRY),
                "2"));

    JsonNode decisions = new ObjectMapper().readTree(printed);
    assertThat(decisions).hasSize(2);
    assertThat(decisions.get(0).get("caseKey").asText()).isEqualTo("CM17-9000323");
    assertThat(decisions.findValuesAsText("outcome")).containsExactly("UPHELD", "UPHELD");
    assertThat(decisions.get(1).get("request").get("disputed").asText()).contains("Tizanidine");
  }

  private static Path installedNodeClient() throws Exception {
    Path client = Files.createDirectories(Path.of("target/node-client").toAbsolutePath());
    for (String file : List.of("package.json", "package-lock.json", "read-item-decisions.js")) {
      Files.write(client.resolve(file), Files.readAllBytes(NODE_CLIENT.resolve(file)));
    }
    if (!Files.exists(client.resolve("node_modules/.package-lock.json"))) {
      output(
          List.of(
              "npm",
              "ci",
              "--ignore-scripts",
              "--no-audit",
              "--no-fund",
              "--prefix",
              client.toString()));
    }
    return client;
  }

  private static void require(String tool) {
    if (isThere(tool)) {
      return;
    }
    String message = tool + " is not on the PATH, so this test was not run";
    if ("true".equals(System.getenv("REQUIRE_CLIENTS"))) {
      fail(message + ", though REQUIRE_CLIENTS asks for it");
    }
    System.out.println(message);
    abort(message);
  }

  private static boolean isThere(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, tool))
        .anyMatch(Files::isExecutable);
  }

  private static String output(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(command.getFirst() + " ended well: " + output).isZero();
    return output;
  }
}
