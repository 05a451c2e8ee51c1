package org.openimr.tools.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openimr.standalone.process.ChildJvm;
import org.openimr.tools.chaos.verify.VerificationMain;
import org.openimr.tools.chaos.verify.VerificationResult;

/** Starts the process that compares, and takes its verdict. */
final class VerificationLauncher {
  private static final int LEAST_HEAP_MEGABYTES = 384;
  private static final int LETTERS_A_MEGABYTE = 500;

  private final Path folder;
  private final Map<String, String> connection;

  VerificationLauncher(Path folder, Map<String, String> connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /**
   * The verdict.
   *
   * @throws IOException if the process ended without one; the message names its log
   */
  VerificationResult verify(Path truth, int letters) throws IOException, InterruptedException {
    Path result = folder.resolve("verdict.json");
    Path log = folder.resolve("logs").resolve("verifier.log");
    try (ChildJvm verifier = ChildJvm.start("verifier", program(truth, result, letters), log)) {
      while (verifier.isAlive()) {
        Thread.sleep(Duration.ofMillis(100));
      }
    }
    if (!Files.exists(result)) {
      throw new IOException("the verifier came to no verdict; see " + log);
    }
    return new ObjectMapper().readValue(result.toFile(), VerificationResult.class);
  }

  private ChildJvm.JavaProgram program(Path truth, Path result, int letters) {
    int heap = LEAST_HEAP_MEGABYTES + letters / LETTERS_A_MEGABYTE;
    return new ChildJvm.JavaProgram(
        VerificationMain.class,
        List.of(truth.toString(), result.toString()),
        List.of(
            "-Xmx" + heap + "m",
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=chaos-logback.xml"),
        connection);
  }
}
