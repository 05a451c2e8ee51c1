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
import org.openimr.cli.console.ExitCode;
import picocli.CommandLine;

class ImrTest {
  private static final Path SAMPLES = Path.of("../samples");

  private final CapturedConsole captured = CapturedConsole.file();
  private final StringWriter help = new StringWriter();

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfEveryCommandShowsExamples(String command) {
    int exitCode = run((command + " --help").split(" "));

    assertThat(exitCode).isZero();
    assertThat(help.toString()).contains("Example").contains("imr " + command);
  }

  @Test
  void versionIncludesParser() {
    run("--version");

    assertThat(help.toString()).contains("imr ").contains("parser ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "juggle", "parse", "tail", "send", "topics"})
  void reportsWrongUsageAndPointsToHelp(String arguments) {
    int exitCode = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(exitCode).isEqualTo(ExitCode.USAGE);
    assertThat(captured.err().lines()).hasSize(2);
    assertThat(captured.err()).startsWith("imr: ").contains("--help");
  }

  @Test
  void reportsUnavailableBroker() {
    int exitCode = run("tail", "imr.determinations.v1", "--bootstrap-server", "127.0.0.1:1");

    assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(captured.err())
        .contains("127.0.0.1:1")
        .contains("--bootstrap-server")
        .doesNotContain("\tat ");
  }

  @Test
  void reportsUnavailableRegistry() {
    int exitCode = run("schemas", "register", "--registry", "http://127.0.0.1:1");

    assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(captured.err()).contains("http://127.0.0.1:1").doesNotContain("\tat ");
  }

  @Test
  void parsePrintsOneLineOfJsonPerLetter() {
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
  void parsePrintsEachLetterOfAFile(@TempDir Path folder) throws Exception {
    String first = Files.readString(letter("CM17-9000323.txt"));
    String last = Files.readString(letter("CM18-9000656.txt"));
    Path both = Files.writeString(folder.resolve("both.txt"), first + "\f" + last);

    int exitCode = run("parse", both.toString());

    assertThat(exitCode).isZero();
    assertThat(captured.out().lines())
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .contains("\"caseKey\":\"CM17-9000323\"", "\"number\":1,\"count\":2"),
            two ->
                assertThat(two)
                    .contains("\"caseKey\":\"CM18-9000656\"", "\"number\":2,\"count\":2"));
  }

  @Test
  void parseReportsRejectedLetterOfAFileAndPrintsOthers(@TempDir Path folder) throws Exception {
    String first = Files.readString(letter("CM17-9000323.txt"));
    String cutOff = first.substring(0, first.lastIndexOf("MAXIMUS guideline"));
    String last = Files.readString(letter("CM18-9000656.txt"));
    Path both = Files.writeString(folder.resolve("both.txt"), cutOff + "\f" + last);

    int exitCode = run("parse", both.toString());

    assertThat(exitCode).isEqualTo(ExitCode.FINDINGS);
    assertThat(captured.out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"caseKey\":\"CM18-9000656\"");
    assertThat(captured.err()).contains("both.txt: letter 1/2: ITEM_INCOMPLETE");
  }

  @Test
  void parseIndentsJsonOnRequest() {
    run("parse", "--pretty", letter("CM17-9000323.txt").toString());

    assertThat(captured.out().lines().count()).isGreaterThan(50);
  }

  @Test
  void parseReportsRejectedFilesAndPrintsOthers(@TempDir Path folder) throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    Path picture = SAMPLES.resolve("not-letters/picture-only.pdf");

    int exitCode =
        run("parse", empty.toString(), picture.toString(), letter("CM17-9000323.txt").toString());

    assertThat(exitCode).isEqualTo(ExitCode.FINDINGS);
    assertThat(captured.out().lines()).hasSize(1);
    assertThat(captured.err())
        .contains("empty.txt: NOT_A_LETTER")
        .contains("picture-only.pdf: PDF_WITHOUT_TEXT");
  }

  @Test
  void parseFailsIfAFileCannotBeRead() {
    int exitCode = run("parse", "no-such-file.txt", letter("CM17-9000323.txt").toString());

    assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(captured.out().lines()).hasSize(1);
    assertThat(captured.err()).contains("no-such-file.txt: cannot be read");
  }

  @Test
  void helpGroupsCommandsAndListsExitCodes() {
    run("--help");

    assertThat(help.toString())
        .containsSubsequence(
            "Process letters and read events:",
            "parse",
            "send",
            "tail",
            "Set up and check a cluster:",
            "topics",
            "doctor",
            "Operate:",
            "reconcile",
            "lake",
            "Exit codes:",
            "0",
            "1",
            "2",
            "3",
            "130",
            "Examples:");
  }

  @Test
  void helpListsEveryCommandOnce() {
    run("--help");

    CommandLine command = Imr.commandLine(captured.console());
    assertThat(help.toString().lines().map(String::strip).map(line -> line.split(" ")[0]))
        .containsOnlyOnceElementsOf(command.getSubcommands().keySet());
  }

  @Test
  void helpMentionsUpOnlyIfInstalled() {
    run("--help");

    boolean installed = Imr.commandLine(captured.console()).getSubcommands().containsKey("up");
    assertThat(help.toString().contains("imr up")).isEqualTo(installed);
  }

  @Test
  void acceptsOldSpellingOfBootstrapServer() {
    int exitCode = run("topics", "plan", "--bootstrap", "127.0.0.1:1");

    assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(captured.err()).contains("127.0.0.1:1");
  }

  /** All commands without subcommands. */
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
