package org.openimr.systemtest.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the wording of code and documentation with {@code language.tsv}: wordings that the
 * project does not use, each with what to write instead. {@code language-allowed.tsv} lists the
 * lines that a pattern matches although they are fine.
 */
class LanguageTest {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern SOURCES =
      Pattern.compile(".*\\.(java|md|properties|js|mjs|ts|sql|ya?ml|avdl|html|css|tpl)");
  private static final Set<String> EXCLUDED_DIRECTORIES =
      Set.of("target", "node_modules", ".git", ".imr", "samples", "released", "published");
  private static final int MINIMUM_FILES = 1000;

  @Test
  void usesPlainTechnicalEnglish() throws IOException {
    List<Wording> wordings = wordings();
    List<String> allowed = lines("language-allowed.tsv").toList();

    List<Path> sources = sources();
    List<String> problems = new ArrayList<>();
    for (Path source : sources) {
      problems.addAll(problems(source, wordings, allowed));
    }

    assertThat(sources).hasSizeGreaterThan(MINIMUM_FILES);
    assertThat(problems).isEmpty();
  }

  @Test
  void findsAWordingInALine() {
    assertThat(wordings()).hasSizeGreaterThan(20).anyMatch(wording -> wording.isIn("Read it anew"));
    assertThat(wordings()).noneMatch(wording -> wording.isIn("Reads it again."));
  }

  private static List<String> problems(Path source, List<Wording> wordings, List<String> allowed)
      throws IOException {
    List<String> problems = new ArrayList<>();
    Path name = PROJECT.relativize(source);
    int number = 0;
    for (String line : Files.readAllLines(source, UTF_8)) {
      number++;
      for (Wording wording : wordings) {
        if (wording.isIn(line) && allowed.stream().noneMatch(line::contains)) {
          problems.add("%s:%d: %s -> %s".formatted(name, number, line.strip(), wording.instead()));
        }
      }
    }
    return problems;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
        PROJECT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean excluded = EXCLUDED_DIRECTORIES.contains(folder.getFileName().toString());
            return excluded ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (SOURCES.matcher(file.getFileName().toString()).matches()) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources;
  }

  private static List<Wording> wordings() {
    return lines("language.tsv")
        .map(line -> line.split("\t", 2))
        .map(cells -> new Wording(Pattern.compile(cells[0], CASE_INSENSITIVE), cells[1]))
        .toList();
  }

  /** The lines of a table beside this class, without its comments. */
  private static Stream<String> lines(String table) {
    try (InputStream in = LanguageTest.class.getResourceAsStream(table)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("Table " + table, e);
    }
  }

  private record Wording(Pattern pattern, String instead) {
    boolean isIn(String line) {
      return pattern.matcher(line).find();
    }
  }
}
