package org.openimr.tools.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory of a run's data and logs; deleted at the end of the run unless kept. */
final class ChaosRunDirectory implements AutoCloseable {
  private final Path directory;
  private volatile boolean keep;

  private ChaosRunDirectory(Path directory, boolean keep) {
    this.directory = directory;
    this.keep = keep;
  }

  /**
   * Opens the directory of a run.
   *
   * @param named a new or empty directory, which is kept; otherwise a temporary one is created
   * @throws IOException if the named directory is not empty or cannot be created
   */
  static ChaosRunDirectory open(Optional<Path> named) throws IOException {
    if (named.isEmpty()) {
      return new ChaosRunDirectory(Files.createTempDirectory("imr-chaos-"), false);
    }
    Path directory = named.get().toAbsolutePath().normalize();
    Files.createDirectories(directory);
    try (Stream<Path> files = Files.list(directory)) {
      if (files.findAny().isPresent()) {
        throw new IOException(directory + " is not empty; name a new directory");
      }
    }
    return new ChaosRunDirectory(directory, true);
  }

  Path path() {
    return directory;
  }

  /** Keeps the directory after the run, for the analysis of a failure. */
  void keep() {
    keep = true;
  }

  @Override
  public void close() {
    if (!keep && Files.exists(directory)) {
      try {
        Files.walkFileTree(directory, REMOVAL);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final SimpleFileVisitor<Path> REMOVAL =
      new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          Files.deleteIfExists(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path inner, IOException failure)
            throws IOException {
          Files.deleteIfExists(inner);
          return FileVisitResult.CONTINUE;
        }
      };
}
