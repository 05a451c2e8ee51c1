package org.openimr.systemtest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.parser.letter.header.CaseKey;
import org.openimr.parser.letter.layout.LetterParser;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.SinkType;

/** The layout and the sink of {@code extend.md}, made from the page's own text. */
class ExtendPageExamplesTest {
  private static final Path PAGE = Path.of("../docs/extend.md");
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final String LETTER_PACKAGE =
      "enrich-service/src/main/java/org/openimr/enrich/letter";
  private static final String SCHEMA = "schemas/events/src/main/avro/determinations.avdl";
  private static final String CLASSES = "surefire.test.class.path";

  @TempDir private Path folder;
  private MarkdownCodeBlocks page;

  @BeforeEach
  void read() throws IOException {
    page = MarkdownCodeBlocks.of(PAGE);
  }

  @Test
  void theNewLayoutReadsTheLetterThatNoneReadBefore() throws Exception {
    // Given
    String letter = block("text", "REVIEW OUTCOME REPORT");
    assertThat(LetterParser.parse(letter))
        .isInstanceOfSatisfying(
            ParseResult.Failed.class,
            none -> assertThat(none.code()).isEqualTo(ParseResult.FailureCode.UNKNOWN_LAYOUT));
    copyWithPatch();
    Files.writeString(
        folder.resolve(LETTER_PACKAGE).resolve("OutcomeReportLayout.java"),
        block("java", "// OutcomeReportLayout.java"));

    // When
    Path classes = compiled(javaFiles(folder.resolve(LETTER_PACKAGE)));

    // Then
    try (URLClassLoader loader = onlyWith(classes)) {
      Object reading =
          loader
              .loadClass(LetterParser.class.getName())
              .getMethod("read", String.class)
              .invoke(null, letter);
      assertThat(reading.toString())
          .contains("OUTCOME_REPORT", "CM19-9000042", "OVERTURNED", "44")
          .contains("Physical therapy 1 x 6 for the right shoulder")
          .contains("Six visits are within what the guideline allows.");
    }
    assertThat(Files.readString(folder.resolve(SCHEMA))).contains("OUTCOME_REPORT\n} = UNKNOWN;");
  }

  @Test
  void theNewKindOfSinkHasTheConfigurationThatIsPostedByHand() throws Exception {
    // Given
    Path source = folder.resolve("ArchiveSink.java");
    Files.writeString(source, block("java", "// ArchiveSink.java"));

    // When
    Path classes = compiled(List.of(source));

    // Then
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, SinkType.class.getClassLoader())) {
      SinkType sink =
          (SinkType)
              loader
                  .loadClass("org.openimr.sink.archive.ArchiveSink")
                  .getDeclaredConstructor()
                  .newInstance();
      Map<String, String> posted = posted();
      Settings none = Settings.of(sink.settings());
      Settings file =
          Settings.of(
              sink.settings(),
              Map.of(
                  "sinks.archive.file",
                  posted.get("file"),
                  Settings.REGISTRY.key(),
                  posted.get("value.converter.schema.registry.url")));
      assertThat(sink.name()).isEqualTo("archive");
      assertThat(sink.isConfigured(none)).isFalse();
      assertThat(sink.isConfigured(file)).isTrue();
      assertThat(sink.connectors(file)).containsOnly(Map.entry("archive-decisions", posted));
    }
  }

  @Test
  void thePageNamesAllThatASinkHasToSay() throws IOException {
    String text = Files.readString(PAGE);

    assertThat(Arrays.stream(SinkType.class.getDeclaredMethods()).map(method -> method.getName()))
        .hasSize(7)
        .allMatch(name -> text.contains("| `" + name + "` |"));
  }

  /** The configuration in the command that posts it. */
  private Map<String, String> posted() throws IOException {
    String command =
        page.commands().stream().filter(line -> line.contains("-X PUT")).findFirst().orElseThrow();
    String json = command.substring(command.indexOf('{'), command.lastIndexOf('}') + 1);
    Map<String, String> posted = new HashMap<>();
    new ObjectMapper()
        .readTree(json)
        .properties()
        .forEach(one -> posted.put(one.getKey(), one.getValue().asText()));
    return posted;
  }

  private void copyWithPatch() throws IOException, PatchFailedException {
    for (Path file : javaFiles(PROJECT.resolve(LETTER_PACKAGE))) {
      copy(file);
    }
    copy(PROJECT.resolve(SCHEMA));
    for (String one : page.of("diff").getFirst().split("(?m)^(?=--- )")) {
      if (!one.isEmpty()) {
        patch(one.lines().toList());
      }
    }
  }

  /** As {@code git apply} does, at the very lines that the patch names. */
  private void patch(List<String> diff) throws IOException, PatchFailedException {
    Path file = folder.resolve(diff.get(1).replace("+++ b/", ""));
    Patch<String> patch = UnifiedDiffUtils.parseUnifiedDiff(diff);
    assertThat(patch.getDeltas()).isNotEmpty();
    Files.write(file, patch.applyTo(Files.readAllLines(file)));
  }

  private void copy(Path file) throws IOException {
    Path copy = folder.resolve(PROJECT.relativize(file));
    Files.createDirectories(copy.getParent());
    Files.copy(file, copy);
  }

  private Path compiled(List<Path> sources) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(
        List.of("-cp", System.getProperty(CLASSES, System.getProperty("java.class.path"))));
    sources.forEach(file -> arguments.add(file.toString()));
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(exitCode).as("the compiler's exit code").isZero();
    return classes;
  }

  /** With what was compiled just now in place of what this test has of the same names. */
  private static URLClassLoader onlyWith(Path classes) throws IOException {
    URL schemas = CaseKey.class.getProtectionDomain().getCodeSource().getLocation();
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL(), schemas}, ClassLoader.getPlatformClassLoader());
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private String block(String language, String beginning) {
    return page.of(language).stream()
        .filter(text -> text.startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }
}
