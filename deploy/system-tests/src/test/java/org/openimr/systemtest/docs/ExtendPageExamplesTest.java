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
import org.openimr.parser.letter.layout.LetterParser;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.SinkType;

/**
 * Compiles and runs the layout and the sink type of {@code extend.md} from the text of the page.
 */
class ExtendPageExamplesTest {
  private static final Path PAGE = Path.of("../docs/extend.md");
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final String LETTER_PACKAGE =
      "enrich-service/parser/src/main/java/org/openimr/parser/letter";
  private static final String SCHEMA = "schemas/events/src/main/avro/determinations.avdl";
  private static final String CLASSES = "surefire.test.class.path";

  @TempDir private Path directory;
  private MarkdownCodeBlocks page;

  @BeforeEach
  void read() throws IOException {
    page = MarkdownCodeBlocks.of(PAGE);
  }

  @Test
  void newLayoutParsesLetterThatWasUnknown() throws Exception {
    // Given
    String letter = block("text", "REVIEW OUTCOME REPORT");
    assertThat(LetterParser.parse(letter))
        .isInstanceOfSatisfying(
            ParseResult.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo(ParseResult.FailureCode.UNKNOWN_LAYOUT));
    copyWithPatch();
    Files.writeString(
        directory.resolve(LETTER_PACKAGE).resolve("layout/OutcomeReportLayoutParser.java"),
        block("java", "// OutcomeReportLayoutParser.java"));

    // When
    Path classes = compile(javaFiles(directory.resolve(LETTER_PACKAGE)));

    // Then
    try (URLClassLoader loader = isolated(classes)) {
      Object result =
          loader
              .loadClass(LetterParser.class.getName())
              .getMethod("parse", String.class)
              .invoke(null, letter);
      assertThat(result.toString())
          .contains("OUTCOME_REPORT", "CM19-9000042", "OVERTURNED", "44")
          .contains("Physical therapy 1 x 6 for the right shoulder")
          .contains("Six visits are within what the guideline allows.");
    }
    assertThat(Files.readString(directory.resolve(SCHEMA)))
        .contains("OUTCOME_REPORT\n} = UNKNOWN;");
  }

  @Test
  void newSinkTypeHasTheConfigurationPostedByHand() throws Exception {
    // Given
    Path source = directory.resolve("ArchiveSink.java");
    Files.writeString(source, block("java", "// ArchiveSink.java"));

    // When
    Path classes = compile(List.of(source));

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
  void pageListsEveryMethodOfSinkType() throws IOException {
    String text = Files.readString(PAGE);

    assertThat(Arrays.stream(SinkType.class.getDeclaredMethods()).map(method -> method.getName()))
        .hasSize(7)
        .allMatch(name -> text.contains("| `" + name + "` |"));
  }

  /** Returns the configuration in the command that posts it. */
  private Map<String, String> posted() throws IOException {
    String command =
        page.commands().stream().filter(line -> line.contains("-X PUT")).findFirst().orElseThrow();
    String json = command.substring(command.indexOf('{'), command.lastIndexOf('}') + 1);
    Map<String, String> posted = new HashMap<>();
    new ObjectMapper()
        .readTree(json)
        .properties()
        .forEach(entry -> posted.put(entry.getKey(), entry.getValue().asText()));
    return posted;
  }

  private void copyWithPatch() throws IOException, PatchFailedException {
    for (Path file : javaFiles(PROJECT.resolve(LETTER_PACKAGE))) {
      copy(file);
    }
    copy(PROJECT.resolve(SCHEMA));
    for (String diff : page.of("diff").getFirst().split("(?m)^(?=--- )")) {
      if (!diff.isEmpty()) {
        patch(diff.lines().toList());
      }
    }
  }

  /** Applies a diff as {@code git apply} does: lines may have moved, but not changed. */
  private void patch(List<String> diff) throws IOException, PatchFailedException {
    Path file = directory.resolve(diff.get(1).replace("+++ b/", ""));
    Patch<String> patch = UnifiedDiffUtils.parseUnifiedDiff(diff);
    assertThat(patch.getDeltas()).isNotEmpty();
    Files.write(file, patch.applyFuzzy(Files.readAllLines(file), 0));
  }

  private void copy(Path file) throws IOException {
    Path copy = directory.resolve(PROJECT.relativize(file));
    Files.createDirectories(copy.getParent());
    Files.copy(file, copy);
  }

  private Path compile(List<Path> sources) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(
        List.of("-cp", System.getProperty(CLASSES, System.getProperty("java.class.path"))));
    sources.forEach(file -> arguments.add(file.toString()));
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(exitCode).as("exit code of the compiler").isZero();
    return classes;
  }

  /** Loads the compiled classes only, not those of the same name on the class path. */
  private static URLClassLoader isolated(Path classes) throws IOException {
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
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
