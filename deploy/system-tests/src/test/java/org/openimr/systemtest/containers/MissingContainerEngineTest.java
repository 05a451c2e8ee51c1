package org.openimr.systemtest.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container tests as somebody runs them who has no engine: a failure, and what to do. */
class MissingContainerEngineTest {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void containersProfileFailsWithInstructions() throws Exception {
    Path printed = folder.resolve("maven.txt");
    ProcessBuilder maven =
        new ProcessBuilder(
                "./mvnw", "-B", "-q", "-ntp", "-Pcontainers", "validate", "-pl", "deploy/images")
            .directory(PROJECT.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(printed.toFile());
    maven.environment().put("DOCKER_HOST", "unix://" + folder.resolve("not-listening.sock"));

    Process process = maven.start();

    assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(Files.readString(printed)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(Files.readString(printed))
        .contains("No container engine answers")
        .contains("start Docker, or point DOCKER_HOST at it")
        .contains(".ci/engine start && eval \"$(.ci/engine env)\"");
  }
}
