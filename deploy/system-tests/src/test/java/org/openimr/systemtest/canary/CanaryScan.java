package org.openimr.systemtest.canary;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openimr.tools.generator.model.Canary;

/**
 * Searches the reports and logs in the {@code target} directories of a build.
 *
 * @param root root directory of the build
 */
record CanaryScan(Path root) {
  private static final byte[] CANARY = Canary.WORD.getBytes(US_ASCII);

  List<CanaryLeak> leaks() throws IOException {
    return files().stream()
        .filter(CanaryScan::holdsLetterText)
        .map(file -> new CanaryLeak(root.relativize(file).toString()))
        .toList();
  }

  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).filter(this::isOutput).toList();
    }
  }

  private boolean isOutput(Path file) {
    String path = root.relativize(file).toString();
    // The report of this search contains the word that its own test planted.
    return !path.contains(CanaryIT.class.getSimpleName()) && isOutput(path);
  }

  private static boolean isOutput(String path) {
    return path.contains("surefire-reports/")
        || path.contains("failsafe-reports/")
        || (path.contains("target/") && (path.endsWith(".log") || path.endsWith(".out")));
  }

  /** Reads as a stream, because logs may be large. */
  private static boolean holdsLetterText(Path file) {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      int matched = 0;
      for (int next = bytes.read(); next >= 0; next = bytes.read()) {
        if (next == CANARY[matched]) {
          matched++;
          if (matched == CANARY.length) {
            return true;
          }
        } else {
          // Only the first character of the word can start a new match: it occurs once.
          matched = next == CANARY[0] ? 1 : 0;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
