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
 * Which files of a folder are letters: all regular ones in it and its subfolders but those that are
 * hidden or named as unfinished. Symbolic links are not followed, they might lead out of the
 * folder.
 */
final class LetterFileScanner {
  private static final List<String> UNFINISHED =
      List.of("~", ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".swp");

  private final Path folder;
  private final BiConsumer<Path, IOException> unreadable;

  /**
   * @param unreadable is told of files and folders that can't be looked at
   */
  LetterFileScanner(Path folder, BiConsumer<Path, IOException> unreadable) {
    this.folder = folder.toAbsolutePath().normalize();
    this.unreadable = unreadable;
  }

  /** The letters that are there now, by path. */
  SortedMap<Path, FileFingerprint> scan() throws IOException {
    SortedMap<Path, FileFingerprint> letters = new TreeMap<>();
    Files.walkFileTree(folder, visitor(letters));
    return letters;
  }

  private FileVisitor<Path> visitor(SortedMap<Path, FileFingerprint> letters) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
        boolean taken = inner.equals(folder) || !isHidden(inner);
        return taken ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(file) && !isUnfinished(file)) {
          letters.put(file, FileFingerprint.of(attributes));
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(folder)) {
          throw failure;
        }
        unreadable.accept(file, failure);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path inner, IOException failure) {
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static boolean isUnfinished(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith("~$") || UNFINISHED.stream().anyMatch(name::endsWith);
  }
}
