package org.openimr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.cli.console.CapturedConsole;
import picocli.CommandLine;

class ImrTest {
  private static final Path SAMPLES = Path.of("../samples");

  private final CapturedConsole captured = CapturedConsole.file();
  private final StringWriter help = new StringWriter();

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandTeachesByExamples(String command) {
    int exitCode = run((command + " --help").split(" "));

    assertThat(exitCode).isZero();
    assertThat(help.toString()).contains("Example").contains("imr " + command);
  }

  @Test
  void theVersionNamesTheParser() {
    run("--version");

    assertThat(help.toString()).contains("imr ").contains("parser ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "juggle", "parse", "tail", "send", "topics"})
  void wrongUsageIsASentenceThatPointsToTheHelp(String arguments) {
    int exitCode = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(exitCode).isEqualTo(2);
    assertThat(captured.err().lines()).hasSize(2);
    assertThat(captured.err()).startsWith("imr: ").contains("--help");
  }

  @Test
  void aBrokerThatIsNotThereIsNamedWithAWayOut() {
    int exitCode = run("tail", "imr.determinations.v1", "--bootstrap", "127.0.0.1:1");

    assertThat(exitCode).isEqualTo(1);
    assertThat(captured.err()).contains("127.0.0.1:1").contains("imr up").doesNotContain("\tat ");
  }

  @Test
  void aRegistryThatIsNotThereIsNamed() {
    int exitCode = run("schemas", "register", "--registry", "http://127.0.0.1:1");

    assertThat(exitCode).isEqualTo(1);
    assertThat(captured.err()).contains("http://127.0.0.1:1").doesNotContain("\tat ");
  }

  @Test
  void parsePrintsALineOfJsonALetter() {
    int exitCode =
        run("parse", letter("CM17-9000323.txt").toString(), letter("CM16-9000212.pdf").toString());

    assertThat(exitCode).isZero();
    List<String> lines = captured.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .startsWith("{\"caseKey\":\"CM17-9000323\"")
        .contains("\"decisionDate\":\"2017-02-14\"")
        .contains("\"patientSex\":\"MALE\"");
    assertThat(lines.getLast()).startsWith("{\"caseKey\":\"CM16-9000212\"");
  }

  @Test
  void parseIndentsOnDemand() {
    run("parse", "--pretty", letter("CM17-9000323.txt").toString());

    assertThat(captured.out().lines().count()).isGreaterThan(50);
  }

  @Test
  void parseNamesWhatIsNoLetterWithItsCodeAndPrintsTheOthers(@TempDir Path folder)
      throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    Path picture = SAMPLES.resolve("not-letters/picture-only.pdf");

    int exitCode =
        run(
            "parse",
            empty.toString(),
            picture.toString(),
            "no-such-file.txt",
            letter("CM17-9000323.txt").toString());

    assertThat(exitCode).isEqualTo(1);
    assertThat(captured.out().lines()).hasSize(1);
    assertThat(captured.err())
        .contains("empty.txt: NOT_A_LETTER")
        .contains("picture-only.pdf: PDF_WITHOUT_TEXT")
        .contains("no-such-file.txt: can't be read");
  }

  /** All that do something themselves. */
  static Stream<String> commands() {
    return leaves(Imr.commandLine(CapturedConsole.file().console()), "");
  }

  private static Stream<String> leaves(CommandLine command, String path) {
    if (command.getSubcommands().isEmpty()) {
      return Stream.of(path.strip());
    }
    return command.getSubcommands().entrySet().stream()
        .filter(inner -> !inner.getKey().equals("help"))
        .flatMap(inner -> leaves(inner.getValue(), path + " " + inner.getKey()));
  }

  private static Path letter(String name) {
    return SAMPLES.resolve("letters").resolve(name);
  }

  private int run(String... arguments) {
    CommandLine command = Imr.commandLine(captured.console());
    command.setOut(new PrintWriter(help, true));
    return command.execute(arguments);
  }
}
