package org.openimr.chaos.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openimr.chaos.truth.TruthFile;
import org.openimr.schemas.Settings;

/**
 * Main class of the process that compares: {@code TRUTH RESULT}. It knows nothing of the run but
 * the truth's file, and where broker and registry are.
 */
public final class VerifierProcess {
  private VerifierProcess() {}

  public static void main(String[] arguments) throws IOException {
    Settings connection = Settings.of(List.of(), Settings.environment(System.getenv()));
    Verdict verdict = new Verification(TruthFile.read(Path.of(arguments[0])), connection).verdict();
    Path result = Path.of(arguments[1]);
    Path unfinished = result.resolveSibling(result.getFileName() + ".part");
    new ObjectMapper().writeValue(unfinished.toFile(), verdict);
    Files.move(unfinished, result);
    System.exit(0);
  }
}
