package org.openimr.systemtest.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the commands of the README in the project's root directory. */
class ReadmeIT {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final String TESTS = "./mvnw verify";
  private static final long ENDS_WITHIN_SECONDS = 300;

  static Stream<String> commands() throws IOException {
    return shellLines().stream().filter(line -> !line.equals(TESTS));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void readmeCommandSucceeds(String command) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", command).directory(PROJECT.toFile());
    shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = shell.redirectErrorStream(true).start();

    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    assertThat(printed).isNotBlank();
  }

  @Test
  void readmeTestCommandMatchesCi() throws IOException {
    assertThat(shellLines()).contains(TESTS);
    assertThat(Files.readString(PROJECT.resolve(".ci/run"))).contains("./mvnw -B -ntp verify");
  }

  /** All lines of the blocks that are marked {@code sh}. */
  private static List<String> shellLines() throws IOException {
    String[] fences = Files.readString(PROJECT.resolve("README.md")).split("```", -1);
    return Stream.of(fences)
        .filter(block -> block.startsWith("sh\n"))
        .flatMap(block -> block.lines().skip(1))
        .filter(line -> !line.isBlank())
        .toList();
  }
}
