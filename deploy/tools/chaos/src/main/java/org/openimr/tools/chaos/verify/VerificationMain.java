package org.openimr.tools.chaos.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openimr.schemas.settings.Settings;
import org.openimr.tools.chaos.letter.ExpectationsFile;

/**
 * Main class of the process that compares: {@code TRUTH RESULT}. It knows nothing of the run but
 * the truth's file, and where broker and registry are.
 */
public final class VerificationMain {
  private VerificationMain() {}

  public static void main(String[] arguments) throws IOException {
    Settings connection = Settings.of(List.of(), Settings.readEnvironment(System.getenv()));
    VerificationResult verdict =
        new TopicVerifier(ExpectationsFile.read(Path.of(arguments[0])), connection).verify();
    Path result = Path.of(arguments[1]);
    Path unfinished = result.resolveSibling(result.getFileName() + ".part");
    new ObjectMapper().writeValue(unfinished.toFile(), verdict);
    Files.move(unfinished, result);
    System.exit(0);
  }
}
