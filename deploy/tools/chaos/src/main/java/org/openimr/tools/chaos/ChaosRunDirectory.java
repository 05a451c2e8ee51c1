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

/** All that a run writes but its report; gone at its end unless it is to be kept. */
final class ChaosRunDirectory implements AutoCloseable {
  private final Path folder;
  private volatile boolean keep;

  private ChaosRunDirectory(Path folder, boolean keep) {
    this.folder = folder;
    this.keep = keep;
  }

  /** A new or empty folder, which is kept; else a temporary one. */
  static ChaosRunDirectory open(Optional<Path> named) throws IOException {
    if (named.isEmpty()) {
      return new ChaosRunDirectory(Files.createTempDirectory("imr-chaos-"), false);
    }
    Path folder = named.get().toAbsolutePath().normalize();
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new IOException(folder + " is not empty; name a new folder");
      }
    }
    return new ChaosRunDirectory(folder, true);
  }

  Path path() {
    return folder;
  }

  /** Leaves it for whoever wants to see what went wrong. */
  void keep() {
    keep = true;
  }

  @Override
  public void close() {
    if (!keep && Files.exists(folder)) {
      try {
        Files.walkFileTree(folder, REMOVAL);
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
