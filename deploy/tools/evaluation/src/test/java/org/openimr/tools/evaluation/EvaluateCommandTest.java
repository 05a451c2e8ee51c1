package org.openimr.tools.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
  private static final Path SAMPLES = Path.of("..", "..", "samples");
  private static final String LETTER = "CM17-9000323";

  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path letters;
  private Path labels;

  @BeforeEach
  void copySampleLetterAndLabel() throws IOException {
    letters = Files.createDirectories(directory.resolve("letters"));
    labels = Files.createDirectories(directory.resolve("labels"));
    copy(SAMPLES.resolve("letters").resolve(LETTER + ".txt"), letters);
    copy(SAMPLES.resolve("labels").resolve(LETTER + ".json"), labels);
  }

  @Test
  void parsesAllSamplesCorrectly() {
    int exit = run("--letters", SAMPLES.resolve("letters"), "--labels", SAMPLES.resolve("labels"));

    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("letters/*.pdf, 3 letters")
        .contains("letters/*.txt, 8 letters")
        .contains("all renderings, 11 letters")
        .contains("requests with a category: ")
        .containsPattern("all fields (\\d+) / \\1 = 1\\.0000");
  }

  @Test
  void reportsSubdirectoryAsSeparateRendering() throws IOException {
    copy(letters.resolve(LETTER + ".txt"), Files.createDirectories(letters.resolve("again/twice")));

    run("--letters", letters, "--labels", labels);

    assertThat(out.toString())
        .contains("letters/*.txt, 1 letters")
        .contains("again/twice/*.txt, 1 letters");
  }

  @Test
  void exitsWithOneBelowMinimumShare() throws IOException {
    mislabel();

    assertThat(run("--letters", letters, "--labels", labels, "--max-silent", "1", "--min", "1"))
        .isEqualTo(1);
    assertThat(run("--letters", letters, "--labels", labels, "--max-silent", "1", "--min", "0.9"))
        .isZero();
  }

  @Test
  void exitsWithOneOnSilentDocumentsAndNamesThem() throws IOException {
    mislabel();

    assertThat(run("--letters", letters, "--labels", labels)).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("documents ")
        .containsPattern("plain +0 +0 +0 +1\\R")
        .contains("silent: " + LETTER + " of letters/*.txt")
        .doesNotContain("Tramadol");
  }

  @Test
  void countsRejectedDocumentAsRefused() throws IOException {
    Files.writeString(letters.resolve(LETTER + ".txt"), "Once upon a time.");

    assertThat(run("--letters", letters, "--labels", labels)).isZero();
    assertThat(out.toString()).containsPattern("plain +0 +0 +1 +0\\R");
  }

  @Test
  void comparesEachLetterOfDocumentWithItsLabel() throws IOException {
    writeDocument("CM16-9000101");

    assertThat(run("--letters", letters, "--labels", labels)).isZero();
    assertThat(out.toString())
        .containsPattern("COVER_LETTER +1 +0 +0 +0\\R")
        .containsPattern("SEVERAL_LETTERS +1 +0 +0 +0\\R")
        .containsPattern("all documents +1 +0 +0 +0\\R")
        .contains("letters/*.txt, 2 letters");
  }

  @Test
  void documentWithOtherNumberOfLettersIsNotRight() throws IOException {
    writeDocument("CM16-9000101");
    copy(SAMPLES.resolve("letters").resolve(LETTER + ".txt"), letters);
    Files.move(
        letters.resolve(LETTER + ".txt"),
        letters.resolve("document.txt"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(run("--letters", letters, "--labels", labels)).isEqualTo(1);
    assertThat(out.toString()).containsPattern("SEVERAL_LETTERS +0 +0 +0 +1\\R");
  }

  /** Replaces the sample by a document that contains it, another letter, and it again. */
  private void writeDocument(String other) throws IOException {
    String first = Files.readString(letters.resolve(LETTER + ".txt"));
    String second = Files.readString(SAMPLES.resolve("letters").resolve(other + ".txt"));
    String label = Files.readString(labels.resolve(LETTER + ".json"));
    String secondLabel = Files.readString(SAMPLES.resolve("labels").resolve(other + ".json"));
    Files.delete(letters.resolve(LETTER + ".txt"));
    Files.delete(labels.resolve(LETTER + ".json"));
    Files.writeString(letters.resolve("document.txt"), first + "\f" + second + "\f" + first);
    Files.writeString(
        labels.resolve("document.json"),
        "{\"variants\": [\"COVER_LETTER\", \"SEVERAL_LETTERS\"], \"letters\": ["
            + label
            + ","
            + secondLabel
            + "]}");
  }

  @Test
  void showsGainsAndLossesComparedWithEarlierRun() throws IOException {
    Path before = directory.resolve("before.json");
    run("--letters", letters, "--labels", labels, "--json", before);
    mislabel();
    Path after = directory.resolve("after.json");
    run("--letters", letters, "--labels", labels, "--against", before, "--json", after);
    String worse = out.toString();
    out.getBuffer().setLength(0);
    run("--letters", letters, "--labels", labels, "--against", after);

    assertThat(worse)
        .contains("gained: 0")
        .contains("lost: 1")
        .contains(LETTER + " of letters/*.txt, decisions.outcome of item 2")
        .containsPattern("decisions.outcome +1\\.0000 -> +0\\.5000 +-0\\.5000");
    assertThat(out.toString()).contains("gained: 0").contains("lost: 0");
  }

  @Test
  void jsonContainsNoLetterText() throws IOException {
    mislabel();
    Path json = directory.resolve("run.json");

    run("--letters", letters, "--labels", labels, "--json", json);

    assertThat(Files.readString(json)).contains("decisions.outcome").doesNotContain("Tramadol");
  }

  @Test
  void htmlReportWarnsAboutLetterTextAndLoadsNoResources() throws IOException {
    mislabel();
    Path html = directory.resolve("run.html");

    run("--letters", letters, "--labels", labels, "--html", html);

    assertThat(Files.readString(html))
        .contains("This page shows text of letters")
        .contains("<mark>OVERTURNED</mark>")
        .contains("<mark>UPHELD</mark>")
        .doesNotContain("http://", "https://", "src=", "href=", "@import", "url(");
  }

  @Test
  void reportsDeadLetterWithReason() throws IOException {
    Files.writeString(letters.resolve(LETTER + ".txt"), "Once upon a time.");

    run("--letters", letters, "--labels", labels);

    assertThat(out.toString())
        .contains("dead letter: " + LETTER + " of letters/*.txt: NOT_A_LETTER")
        .doesNotContain("Once upon");
  }

  @Test
  void countsLettersWithoutLabelAndLabelsWithoutLetter() throws IOException {
    copy(SAMPLES.resolve("letters/CM16-9000101.txt"), letters);
    copy(SAMPLES.resolve("labels/CM17-9000989.json"), labels);

    run("--letters", letters, "--labels", labels);

    assertThat(out.toString())
        .contains("letters without a label, not parsed: 1")
        .contains("labels without a letter: 1, first CM17-9000989");
  }

  @Test
  void exitsWithTwoOnInvalidInput() throws IOException {
    Path empty = Files.createDirectories(directory.resolve("empty"));
    Path notARun = Files.writeString(directory.resolve("no-run.json"), "{\"Tramadol\": 1}");

    assertThat(run("--letters", letters)).isEqualTo(2);
    assertThat(run("--letters", letters, "--labels", empty)).isEqualTo(2);
    assertThat(run("--letters", empty.resolve("none"), "--labels", labels)).isEqualTo(2);
    assertThat(run("--letters", letters, "--labels", labels, "--min", "2")).isEqualTo(2);
    assertThat(run("--letters", letters, "--labels", labels, "--against", notARun)).isEqualTo(2);
    assertThat(err.toString()).contains("not written by evaluate --json").doesNotContain("\tat ");
  }

  @Test
  void namesInvalidLabelWithoutQuotingIt() throws IOException {
    Files.writeString(labels.resolve(LETTER + ".json"), "{\"file\":\n \"x\", Tramadol}");

    assertThat(run("--letters", letters, "--labels", labels)).isEqualTo(2);
    assertThat(err.toString())
        .contains("invalid JSON at line 2")
        .contains(LETTER)
        .doesNotContain("Tramadol");
  }

  @Test
  void acceptsExampleOfLabelsPage() throws IOException {
    String page = Files.readString(Path.of("LABELS.md"));
    int start = page.indexOf("```json") + 7;
    String example = page.substring(start, page.indexOf("```", start));
    Files.writeString(labels.resolve(LETTER + ".json"), example.replace("CM17-9000001", LETTER));

    run("--letters", letters, "--labels", labels);

    assertThat(out.toString()).contains("decisions.reviewerBasis.odgChapters");
  }

  /** Changes the label of the second item to the wrong outcome. */
  private void mislabel() throws IOException {
    Path label = labels.resolve(LETTER + ".json");
    String right = Files.readString(label);
    int second = right.lastIndexOf("\"UPHELD\"");
    Files.writeString(
        label, right.substring(0, second) + "\"OVERTURNED\"" + right.substring(second + 8));
  }

  private int run(Object... arguments) {
    CommandLine command = new CommandLine(new EvaluateCommand());
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private static void copy(Path file, Path to) throws IOException {
    Files.copy(file, to.resolve(file.getFileName()));
  }
}
