package org.openimr.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Local state of Streams, a folder an application. */
final class LocalStateDirectory {
  private LocalStateDirectory() {}

  /** Removes it with all that is in it; nothing if it is not there. */
  static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> inner;
    try (Stream<Path> walked = Files.walk(folder)) {
      inner = walked.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inner) {
      Files.delete(path);
    }
  }
}
