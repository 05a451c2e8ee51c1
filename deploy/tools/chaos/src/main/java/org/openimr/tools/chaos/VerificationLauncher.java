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

/** Runs the verification in a separate process and reads its result. */
final class VerificationLauncher {
  private static final int MIN_HEAP_MEGABYTES = 384;
  private static final int LETTERS_PER_MEGABYTE = 500;

  private final Path directory;
  private final Map<String, String> connection;

  VerificationLauncher(Path directory, Map<String, String> connection) {
    this.directory = directory;
    this.connection = connection;
  }

  /**
   * Verifies the topics.
   *
   * @throws IOException if the process exits without a result; the message names its log
   */
  VerificationResult verify(Path expectations, int letters)
      throws IOException, InterruptedException {
    Path result = directory.resolve("verification.json");
    Path log = directory.resolve("logs").resolve("verifier.log");
    try (ChildJvm verifier =
        ChildJvm.start("verifier", program(expectations, result, letters), log)) {
      while (verifier.isAlive()) {
        Thread.sleep(Duration.ofMillis(100));
      }
    }
    if (!Files.exists(result)) {
      throw new IOException("the verifier wrote no result; see " + log);
    }
    return new ObjectMapper().readValue(result.toFile(), VerificationResult.class);
  }

  private ChildJvm.JavaProgram program(Path expectations, Path result, int letters) {
    int heap = MIN_HEAP_MEGABYTES + letters / LETTERS_PER_MEGABYTE;
    return new ChildJvm.JavaProgram(
        VerificationMain.class,
        List.of(expectations.toString(), result.toString()),
        List.of(
            "-Xmx" + heap + "m",
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=chaos-logback.xml"),
        connection);
  }
}
