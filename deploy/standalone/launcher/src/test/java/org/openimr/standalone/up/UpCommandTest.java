package org.openimr.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.cli.Imr;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.cli.console.ExitCode;
import picocli.CommandLine;

/** Command lines of {@code imr up} that end before anything is started. */
class UpCommandTest {
  private static final Path SAMPLES = Path.of("../../samples/letters");

  private final CapturedConsole captured = CapturedConsole.file();
  private final StringWriter help = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"up", "sinks trial"})
  void helpShowsExamples(String command) {
    assertThat(run((command + " --help").split(" "))).isZero();

    assertThat(help.toString()).contains("Example").contains("imr " + command);
  }

  @Test
  void reportsWrongUsageAndPointsToHelp() {
    assertThat(run("up", "--port", "juggle")).isEqualTo(ExitCode.USAGE);

    assertThat(captured.err().lines()).hasSize(2);
    assertThat(captured.err()).startsWith("imr: ").contains("imr up --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port 0", "--port 65532", "--reconcile", "--sinks files"})
  void rejectsInvalidOptions(String options) {
    assertThat(run(("up --letters " + SAMPLES + " " + options).split(" ")))
        .isEqualTo(ExitCode.USAGE);

    assertThat(captured.err()).contains(options.split(" ")[0]);
  }

  @Test
  void rejectsMissingLettersDirectory() {
    assertThat(run("up", "--letters", "no/such/folder")).isEqualTo(ExitCode.FAILED);

    assertThat(captured.err()).contains("no/such/folder").contains("--letters");
  }

  @Test
  void rejectsDataDirectoryWithForeignFiles(@TempDir Path directory) throws Exception {
    Path photo = Files.writeString(directory.resolve("holiday.jpg"), "sea");

    assertThat(run("up", "--letters", SAMPLES.toString(), "--data", directory.toString()))
        .isEqualTo(ExitCode.FAILED);

    assertThat(captured.err()).contains(directory.toString());
    assertThat(photo).exists();
  }

  private int run(String... arguments) {
    CommandLine command = Imr.commandLine(captured.console());
    command.setOut(new PrintWriter(help, true));
    return command.execute(arguments);
  }
}
