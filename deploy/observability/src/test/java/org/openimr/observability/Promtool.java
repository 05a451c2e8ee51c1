package org.openimr.observability;

import static java.nio.charset.StandardCharsets.UTF_8;
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
 * Prometheus's own checker. Where it is missing, tests say so and are not run, unless {@code
 * REQUIRE_CLIENTS=true}: then they fail.
 */
final class Promtool {
  private static final String NAME = "promtool";

  private Promtool() {}

  /** What it said. */
  record Verdict(int exitCode, String words) {}

  static Verdict run(String... arguments) throws IOException {
    require();
    List<String> command = Stream.concat(Stream.of(NAME), Arrays.stream(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String words = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Verdict(process.onExit().join().exitValue(), words);
  }

  private static void require() {
    boolean isThere =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, NAME)));
    if (isThere) {
      return;
    }
    String message =
        NAME
            + " is not on the PATH, so this test was not run; it comes with Prometheus"
            + " (Debian: apt-get install prometheus)";
    if ("true".equals(System.getenv("REQUIRE_CLIENTS"))) {
      fail(message + ", and REQUIRE_CLIENTS asks for it");
    }
    System.out.println(message);
    abort(message);
  }
}
