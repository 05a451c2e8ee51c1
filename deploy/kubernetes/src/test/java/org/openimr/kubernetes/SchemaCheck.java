package org.openimr.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds resources against the schemas of Kubernetes, Strimzi, KEDA and the Prometheus operator, in
 * Node. Where Node is missing, tests say so and are not run, unless {@code REQUIRE_CLIENTS=true}:
 * then they fail.
 */
final class SchemaCheck {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path FOLDER = Path.of("target/schema-check").toAbsolutePath();

  private SchemaCheck() {}

  /** What it said, a line a fault, then a count. */
  record Verdict(int exitCode, List<String> lines) {}

  static Verdict of(String resources) throws IOException {
    require("node");
    require("npm");
    install();
    Path file = Files.writeString(FOLDER.resolve("resources.yaml"), resources);
    Process check =
        new ProcessBuilder("node", FOLDER.resolve("check.js").toString(), file.toString())
            // not ours: Node makes what it is given non-blocking, Maven's own pipe to this JVM too
            .redirectError(FOLDER.resolve("check.log").toFile())
            .start();
    String words = new String(check.getInputStream().readAllBytes(), UTF_8);
    return new Verdict(check.onExit().join().exitValue(), words.lines().toList());
  }

  private static void install() throws IOException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.toList()) {
        Files.write(FOLDER.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
    if (!Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))) {
      Process install =
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(FOLDER.resolve("npm.log").toFile())
              .start();
      assertThat(install.onExit().join().exitValue()).as("npm ci").isZero();
    }
  }

  private static void require(String tool) {
    boolean isThere =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    if (isThere) {
      return;
    }
    String message = tool + " is not on the PATH, so this test was not run";
    if ("true".equals(System.getenv("REQUIRE_CLIENTS"))) {
      fail(message + ", though REQUIRE_CLIENTS asks for it");
    }
    System.out.println(message);
    abort(message);
  }
}
