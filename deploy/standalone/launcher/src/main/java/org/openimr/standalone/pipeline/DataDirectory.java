package org.openimr.standalone.pipeline;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory for all data of a run. It is deleted at the end unless it must be kept or existed
 * before.
 *
 * <p>It contains letters, so a temporary one is readable by its owner only.
 */
public final class DataDirectory implements AutoCloseable {
  /** Marks a data directory, so that no other directory is ever written to or deleted. */
  private static final String MARKER_FILE = "imr-data";

  private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
  private static final int MAX_DELETE_PASSES = 5;

  private final Path directory;
  private volatile boolean keep;

  private DataDirectory(Path directory, boolean keep) {
    this.directory = directory;
    this.keep = keep;
  }

  /**
   * Opens a directory that is new, empty or from an earlier run; by default a temporary one.
   *
   * @param path the directory; empty for a temporary one
   * @param keep whether to keep it at the end
   * @throws IOException if the directory is not writable or contains other files
   */
  public static DataDirectory open(Optional<Path> path, boolean keep) throws IOException {
    if (path.isEmpty()) {
      return createMarked(Files.createTempDirectory("imr-"), keep);
    }
    Path directory = path.get().toAbsolutePath().normalize();
    if (Files.exists(directory.resolve(MARKER_FILE))) {
      return new DataDirectory(directory, true);
    }
    Files.createDirectories(directory);
    try (Stream<Path> files = Files.list(directory)) {
      if (files.findAny().isPresent()) {
        throw new IOException(directory + " contains other files; name a new or empty folder");
      }
    }
    return createMarked(directory, keep);
  }

  private static DataDirectory createMarked(Path directory, boolean keep) throws IOException {
    Files.createFile(directory.resolve(MARKER_FILE));
    return new DataDirectory(directory, keep);
  }

  /** Path of the directory. */
  public Path path() {
    return directory;
  }

  /** Log file of the services and the broker. */
  public Path log() {
    return directory.resolve("imr.log");
  }

  /** Path of a subdirectory. */
  public Path subdirectory(String name) {
    return directory.resolve(name);
  }

  /** Keeps the directory at the end, so that a failure can be analyzed. */
  public void keep() {
    keep = true;
  }

  /** Whether the directory is kept at the end. */
  public boolean isKept() {
    return keep;
  }

  @Override
  public void close() {
    if (!keep) {
      deleteAll();
    }
  }

  /** Repeated because a broker that is being halted may still create files. */
  private void deleteAll() {
    for (int pass = 0; pass < MAX_DELETE_PASSES && Files.exists(directory); pass++) {
      try {
        Files.walkFileTree(directory, DELETE_VISITOR);
      } catch (IOException e) {
        LOG.warn("Failed to delete all of {}: {}", directory, e.getClass().getSimpleName());
      }
    }
  }

  private static final SimpleFileVisitor<Path> DELETE_VISITOR =
      new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
          // already deleted by another process
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path inner, IOException failure) {
          return delete(inner);
        }
      };

  private static FileVisitResult delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.debug("Failed to delete {}, to be retried: {}", path, e.getClass().getSimpleName());
    }
    return FileVisitResult.CONTINUE;
  }
}
