package org.openimr.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.Topic;

/**
 * The documents before parsers that share no code with this project. Where Node is missing this
 * says so and is not run, unless {@code REQUIRE_CLIENTS=true} (as {@code .ci/run} sets it).
 */
class ForeignParsersIT {
  private static final Path SCRIPT = Path.of("src/test/node");
  private static final Path INSTALLED = Path.of("target/contract-check").toAbsolutePath();
  private static final String MONITOR =
      "../../sink-service/monitor/src/main/resources/org/openimr/sink/monitor/page/openapi.json";

  @Test
  void theParsersFindNoFaultInAnyDocument() throws Exception {
    require("node");
    require("npm");
    install();

    String said = check("published/asyncapi.json", "published/letters.openapi.json", MONITOR);

    assertThat(said)
        .contains("asyncapi.json: %d messages or paths, 0 faults".formatted(Topic.values().length))
        .contains("letters.openapi.json: 4 messages or paths, 0 faults");
  }

  @Test
  void theParsersWouldFindOne() throws Exception {
    require("node");
    require("npm");
    install();
    Path broken = INSTALLED.resolve("broken-asyncapi.json");
    String document = Files.readString(Path.of("published/asyncapi.json"));
    Files.writeString(broken, document.replace("\"action\" : \"send\"", "\"action\" : \"shout\""));

    assertThat(check(broken.toString())).doesNotContain(" 0 faults").contains("faults");
  }

  private static void install() throws Exception {
    Files.createDirectories(INSTALLED);
    for (String file : List.of("package.json", "package-lock.json", "check.mjs")) {
      Files.write(INSTALLED.resolve(file), Files.readAllBytes(SCRIPT.resolve(file)));
    }
    if (!Files.exists(INSTALLED.resolve("node_modules/.package-lock.json"))) {
      run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), "npm.log");
    }
  }

  private static String check(String... documents) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("node", INSTALLED.resolve("check.mjs").toString()));
    Arrays.stream(documents)
        .map(file -> Path.of(file).toAbsolutePath().toString())
        .forEach(command::add);
    return run(command, "check.log");
  }

  /** Node gets files, none of Maven's own pipes. */
  private static String run(List<String> command, String log) throws Exception {
    File output = INSTALLED.resolve(log).toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(INSTALLED.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    process.waitFor();
    return Files.readString(output.toPath(), UTF_8);
  }

  private static void require(String tool) {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    if (!there) {
      String message = tool + " is not on the PATH, so this test was not run";
      if ("true".equals(System.getenv("REQUIRE_CLIENTS"))) {
        fail(message + ", though REQUIRE_CLIENTS asks for it");
      }
      System.out.println(message);
      abort(message);
    }
  }
}
