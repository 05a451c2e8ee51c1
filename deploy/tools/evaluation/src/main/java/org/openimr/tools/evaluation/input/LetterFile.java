package org.openimr.tools.evaluation.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A file with a letter.
 *
 * @param rendering directory and extension, for example {@code pypdf/*.txt}
 * @param name file name without extension
 */
public record LetterFile(String rendering, String name, Path path)
    implements Comparable<LetterFile> {
  private static final List<String> EXTENSIONS = List.of(".pdf", ".txt");

  /**
   * Lists all {@code .pdf} and {@code .txt} files in a directory and its subdirectories, sorted by
   * rendering and name.
   */
  public static List<LetterFile> list(Path directory) throws IOException {
    Path root = directory.toRealPath();
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> EXTENSIONS.contains(extension(path)))
          .map(path -> of(root, path))
          .sorted()
          .toList();
    }
  }

  /** File name without extension. */
  static String baseName(Path path) {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  private static LetterFile of(Path root, Path path) {
    Path directory = Objects.requireNonNull(path.getParent(), "a file has a directory");
    String relative =
        directory.equals(root)
            ? String.valueOf(root.getFileName())
            : root.relativize(directory).toString().replace('\\', '/');
    return new LetterFile(relative + "/*" + extension(path), baseName(path), path);
  }

  private static String extension(Path path) {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(LetterFile other) {
    int byRendering = rendering.compareTo(other.rendering);
    return byRendering != 0 ? byRendering : path.compareTo(other.path);
  }
}
