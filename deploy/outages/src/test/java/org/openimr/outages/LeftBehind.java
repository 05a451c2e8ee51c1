package org.openimr.outages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openimr.generate.Canary;

/** Searches what a test run left behind: reports with all that tests printed, and logs. */
record LeftBehind(Path root) {

  List<Leak> leaks() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(this::isOutput)
          .filter(LeftBehind::holdsLetterText)
          .map(file -> new Leak(root.relativize(file).toString()))
          .toList();
    }
  }

  long files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).filter(this::isOutput).count();
    }
  }

  private boolean isOutput(Path file) {
    String path = root.relativize(file).toString();
    // the report of this search itself tells of the word that it planted
    return !path.contains(CanaryIT.class.getSimpleName()) && isOutput(path);
  }

  private static boolean isOutput(String path) {
    return path.contains("surefire-reports/")
        || path.contains("failsafe-reports/")
        || (path.contains("target/") && (path.endsWith(".log") || path.endsWith(".out")));
  }

  private static boolean holdsLetterText(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).contains(Canary.WORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
