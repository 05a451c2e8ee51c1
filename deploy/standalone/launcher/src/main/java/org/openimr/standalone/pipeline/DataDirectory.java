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
 * All that a run writes. Gone at its end unless it is to be kept, or was there before.
 *
 * <p>It holds letters, so only its owner may look into it.
 */
public final class DataDirectory implements AutoCloseable {
  /** Marks a folder as ours, so that nobody else's is ever written to or removed. */
  private static final String MARKER_FILE = "imr-data";

  private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
  private static final int PASSES = 5;

  private final Path folder;
  private volatile boolean keep;

  private DataDirectory(Path folder, boolean keep) {
    this.folder = folder;
    this.keep = keep;
  }

  /**
   * Opens a folder: one that is new, empty or from an earlier run, else a temporary one.
   *
   * @throws IOException if the folder can't be written or holds something else
   */
  public static DataDirectory open(Optional<Path> named, boolean keep) throws IOException {
    if (named.isEmpty()) {
      return marked(Files.createTempDirectory("imr-"), keep);
    }
    Path folder = named.get().toAbsolutePath().normalize();
    if (Files.exists(folder.resolve(MARKER_FILE))) {
      return new DataDirectory(folder, true);
    }
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new IOException(folder + " holds other files; name a new or empty folder");
      }
    }
    return marked(folder, keep);
  }

  private static DataDirectory marked(Path folder, boolean keep) throws IOException {
    Files.createFile(folder.resolve(MARKER_FILE));
    return new DataDirectory(folder, keep);
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** Log of the services and the broker. */
  public Path log() {
    return folder.resolve("imr.log");
  }

  /** A part's own folder in it. */
  public Path subdirectory(String part) {
    return folder.resolve(part);
  }

  /** Leaves it where it is, for whoever wants to see what went wrong. */
  public void keep() {
    keep = true;
  }

  /** Whether it stays after the end. */
  public boolean isKept() {
    return keep;
  }

  @Override
  public void close() {
    if (!keep) {
      remove();
    }
  }

  /** Several passes, for a broker that is being halted may still make files. */
  private void remove() {
    for (int pass = 0; pass < PASSES && Files.exists(folder); pass++) {
      try {
        Files.walkFileTree(folder, REMOVAL);
      } catch (IOException e) {
        LOG.warn("not all of {} could be removed: {}", folder, e.getClass().getSimpleName());
      }
    }
  }

  private static final SimpleFileVisitor<Path> REMOVAL =
      new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
          // someone else was faster
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
      LOG.debug("{} can't be removed yet: {}", path, e.getClass().getSimpleName());
    }
    return FileVisitResult.CONTINUE;
  }
}
