package org.openimr.systemtest.observability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openimr.testkit.ExternalProgram;

/** Prometheus's own checker; Debian has it in {@code prometheus}. */
final class Promtool {
  private Promtool() {}

  /** What it said. */
  record Output(int exitCode, String text) {}

  static Output run(String... arguments) throws IOException {
    String promtool = ExternalProgram.required("promtool").toString();
    List<String> command = Stream.concat(Stream.of(promtool), Arrays.stream(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String words = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Output(process.onExit().join().exitValue(), words);
  }
}
