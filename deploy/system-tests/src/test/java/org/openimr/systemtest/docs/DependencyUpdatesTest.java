package org.openimr.systemtest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds Dependabot's configuration against the directories that have npm packages. */
class DependencyUpdatesTest {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

  @Test
  void updatesEveryNpmDirectory() throws IOException {
    List<PathMatcher> configured =
        Files.readAllLines(PROJECT.resolve(".github/dependabot.yml")).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("- /"))
            .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line.substring(3)))
            .toList();

    List<Path> directories = npmDirectories();

    assertThat(directories).hasSizeGreaterThan(5);
    assertThat(directories)
        .allMatch(npm -> configured.stream().anyMatch(glob -> glob.matches(npm)));
  }

  private static List<Path> npmDirectories() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      return files
          .filter(file -> file.endsWith("package.json"))
          .map(file -> PROJECT.relativize(file.getParent()))
          .filter(folder -> !folder.toString().matches(".*(node_modules|target).*"))
          .toList();
    }
  }
}
