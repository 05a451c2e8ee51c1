package org.openimr.systemtest.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.cli.console.ExitCode;

/** {@code deploy/imr} as a user runs it: another process, another folder, blanks in names. */
class ImrScriptIT {
  private static final Path SCRIPT = Path.of("../imr").toAbsolutePath().normalize();
  private static final Path SAMPLES = Path.of("../samples/letters");
  private static final long ENDS_WITHIN_SECONDS = 120;

  /** It takes two seconds, and more on a machine that is busy with other things. */
  private static final long ORDERLY_END_SECONDS = 60;

  @TempDir Path home;
  private Path inbox;

  @BeforeEach
  void inboxWithALetter() throws IOException {
    inbox = Files.createDirectories(home.resolve("in box"));
    copy("CM17-9000323.txt");
  }

  @Test
  void upUntilDonePrintsDecisionsAndSummaryAndCleansUp() throws Exception {
    Process up = imr("up", "--letters", "in box", "--until-done", "--data", "da ta");

    String printed = output(up);

    assertThat(up.exitValue()).isZero();
    assertThat(printed)
        .contains("CM17-9000323  1/2    UPHELD", "CM17-9000323  2/2    UPHELD")
        .contains("1 letter in ", "2 items: 2 upheld, 0 overturned");
    assertThat(home.resolve("da ta")).doesNotExist();
  }

  @Test
  void upResumesWithKeptDirectory() throws Exception {
    output(imr("up", "--letters", "in box", "--until-done", "--data", "state", "--keep"));
    copy("CM17-9000767.pdf");

    String printed = output(imr("up", "--letters", "in box", "--until-done", "--data", "state"));

    assertThat(printed).contains("CM17-9000767", "1 letter in ").doesNotContain("CM17-9000323");
  }

  @Test
  void upUntilDoneExitsWith1OnDeadLetter() throws Exception {
    Files.writeString(inbox.resolve("shopping.txt"), "bread, milk, six eggs");

    Process up = imr("up", "--letters", "in box", "--until-done");
    String printed = output(up);

    assertThat(up.exitValue()).isEqualTo(1);
    assertThat(printed).contains("shopping.txt", "NOT_A_LETTER 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "tr_TR.UTF-8"})
  void upRunsUnderAnyLocale(String locale) throws Exception {
    String name = "m\u00fcller.txt";
    String script =
        "printf 'bread, milk, six eggs' > \"in box/\"$'m\\xc3\\xbcller.txt'; LC_ALL=%s LANG=%s"
            + " JAVA_TOOL_OPTIONS='-Duser.language=%s' exec \"$0\" \"$@\"";
    String options = script.formatted(locale, locale, locale.equals("C") ? "en" : "tr");
    Process up =
        run("bash", "-c", options, SCRIPT.toString(), "up", "--letters", "in box", "--until-done");

    String printed = output(up);

    assertThat(printed).contains(name, "NOT_A_LETTER 1", "CM17-9000323  1/2    UPHELD");
  }

  @Test
  void stopsGracefullyOnFirstSignal() throws Exception {
    Process up = imr("up", "--letters", "in box", "--data", "state");
    BufferedReader lines = up.inputReader(UTF_8);
    List<String> printed = new ArrayList<>();
    while (printed.isEmpty() || !printed.getLast().startsWith("CM17-9000323")) {
      printed.add(lines.readLine());
    }

    up.destroy();

    assertThat(up.waitFor(ORDERLY_END_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(up.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(home.resolve("state")).doesNotExist();
  }

  /** No file may grow: to the broker it is as if its disk were full. */
  @Test
  void stopsAndNamesLogWhenBrokerFails() throws Exception {
    String small = "ulimit -f 4096; exec \"$0\" \"$@\" 2>&1";
    Process up =
        run("bash", "-c", small, SCRIPT.toString(), "up", "--letters", "in box", "--data", "state");

    String printed = output(up);

    assertThat(up.exitValue()).isEqualTo(1);
    assertThat(printed)
        .contains(
            "imr: the broker stopped after a fatal error",
            home.resolve("state/imr.log").toString());
    assertThat(home.resolve("state/imr.log")).content().contains("IOException");
  }

  private Process imr(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  private Process run(String... command) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return process.start();
  }

  private static String output(Process process) throws Exception {
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
    return printed;
  }

  private void copy(String sample) throws IOException {
    Files.copy(SAMPLES.resolve(sample), inbox.resolve(sample));
  }
}
