package org.openimr.tools.chaos.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openimr.schemas.settings.Settings;
import org.openimr.tools.chaos.letter.ExpectationsFile;

/**
 * Main class of the verification process, with arguments {@code EXPECTATIONS RESULT}. Its only
 * inputs are the {@link ExpectationsFile} and the addresses of broker and registry.
 */
public final class VerificationMain {
  private VerificationMain() {}

  public static void main(String[] arguments) throws IOException {
    Settings connection = Settings.of(List.of(), Settings.readEnvironment(System.getenv()));
    VerificationResult verification =
        new TopicVerifier(ExpectationsFile.read(Path.of(arguments[0])), connection).verify();
    Path result = Path.of(arguments[1]);
    Path partial = result.resolveSibling(result.getFileName() + ".part");
    new ObjectMapper().writeValue(partial.toFile(), verification);
    Files.move(partial, result);
    System.exit(0);
  }
}
