package org.openimr.ingest.source.directory;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Finds the letters in a directory and its subdirectories: all regular files that are neither
 * hidden nor named like temporary files. Does not follow symbolic links, which may lead out of the
 * directory.
 */
final class LetterFileScanner {
  private static final List<String> TEMPORARY_SUFFIXES =
      List.of("~", ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".swp");

  private final Path directory;
  private final BiConsumer<Path, IOException> unreadable;

  /**
   * @param unreadable called for each file or subdirectory that can't be read
   */
  LetterFileScanner(Path directory, BiConsumer<Path, IOException> unreadable) {
    this.directory = directory.toAbsolutePath().normalize();
    this.unreadable = unreadable;
  }

  /** Returns the current letters, by path. */
  SortedMap<Path, FileFingerprint> scan() throws IOException {
    SortedMap<Path, FileFingerprint> letters = new TreeMap<>();
    Files.walkFileTree(directory, visitor(letters));
    return letters;
  }

  private FileVisitor<Path> visitor(SortedMap<Path, FileFingerprint> letters) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
        boolean included = visited.equals(directory) || !isHidden(visited);
        return included ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(file) && !isTemporary(file)) {
          letters.put(file, FileFingerprint.of(attributes));
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(directory)) {
          throw failure;
        }
        unreadable.accept(file, failure);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static boolean isTemporary(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith("~$") || TEMPORARY_SUFFIXES.stream().anyMatch(name::endsWith);
  }
}
