package org.openimr.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Local state of Kafka Streams: one directory per application id. */
final class LocalStateDirectory {
  private LocalStateDirectory() {}

  /** Deletes the directory with its contents; does nothing if it does not exist. */
  static void delete(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    List<Path> inner;
    try (Stream<Path> walked = Files.walk(directory)) {
      inner = walked.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inner) {
      Files.delete(path);
    }
  }
}
