package org.openimr.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Programs of this machine. Where one is missing, the test that needs it says so and is not run,
 * unless {@code REQUIRE_CLIENTS=true}, as {@code .ci/run} sets it: then it fails.
 */
public final class ExternalProgram {
  private static final String REQUIRED = "REQUIRE_CLIENTS";

  private ExternalProgram() {}

  /** Where a program is on the {@code PATH}. */
  public static Optional<Path> find(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Where it is; without it the test ends here. */
  public static Path required(String name) {
    return find(name)
        .orElseGet(
            () -> {
              reportMissing(name + " is not on the PATH");
              throw new AssertionError("missing() does not return");
            });
  }

  /** Whether a test that lacks a program has to fail. */
  public static boolean areRequired() {
    return "true".equals(System.getenv(REQUIRED));
  }

  /**
   * Ends a test that lacks something: skips it aloud, or fails it where all have to run.
   *
   * @param what is not there, as the beginning of a sentence
   */
  public static void reportMissing(String what) {
    if (areRequired()) {
      fail(what + ", so this test can't run, and " + REQUIRED + " asks for it");
    }
    String message = what + ", so this test was not run";
    System.out.println(message);
    abort(message);
  }
}
