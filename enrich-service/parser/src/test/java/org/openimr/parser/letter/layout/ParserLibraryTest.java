package org.openimr.parser.letter.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The properties that README.md promises to programs that use the parser as a library. */
class ParserLibraryTest {
  private static final int MAX_BYTES = 1_000_000;

  /** One class of each runtime dependency; ParserArchitectureTest permits no others. */
  private static final List<Class<?>> DEPENDENCIES = List.of(CsvReader.class, Nullable.class);

  private static final String EXAMPLE_CLASS =
      """
      import java.nio.file.*;
      import org.openimr.parser.letter.layout.*;
      import org.openimr.parser.letter.model.*;

      public class Example {
        public static void run() throws Exception {
          %s
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void compilesAndRunsExampleOfReadme() throws Exception {
    Path letter = directory.resolve("letter.txt");
    Files.writeString(letter, StandardLetterBuilder.withTwoItems().text());
    String example = example().replace("letter.txt", letter.toString());

    String output = run(EXAMPLE_CLASS.formatted(example));

    assertThat(output.lines()).hasSize(3).first().asString().startsWith("CM");
    assertThat(output).contains(": UPHELD");
  }

  @Test
  void takesLessThanOneMegabyteWithDependencies() throws Exception {
    long bytes = sizeOfParserJar();
    for (Class<?> dependency : DEPENDENCIES) {
      bytes += Files.size(location(dependency));
    }

    assertThat(bytes).isLessThan(MAX_BYTES);
  }

  @Test
  void startsNoThreads() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartedThreads.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();

    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(output.strip()).matches("[1-9]\\d* citations, 0 threads");
  }

  private static String example() throws IOException {
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private String run(String source) throws Exception {
    Path file = Files.writeString(directory.resolve("Example.java"), source);
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, errors, "-proc:none", "-d", directory.toString(), file.toString());
    assertThat(result).as(errors.toString(UTF_8)).isZero();
    PrintStream console = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      Method example = loader.loadClass("Example").getMethod("run");
      System.setOut(new PrintStream(output, true, UTF_8));
      example.invoke(null);
    } finally {
      System.setOut(console);
    }
    return output.toString(UTF_8);
  }

  private static long sizeOfParserJar() throws IOException, URISyntaxException {
    Path classes = location(LetterParser.class);
    if (Files.isRegularFile(classes)) {
      return Files.size(classes);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream jar = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(classes.resolve("org/openimr/parser"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, jar);
      }
    }
    return bytes.size();
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
