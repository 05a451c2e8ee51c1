package org.openimr.tools.evaluation.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A letter to read.
 *
 * @param rendering how it was rendered: its folder and its ending, e.g. {@code pypdf/*.txt}
 * @param name file name without its ending
 */
public record LetterFile(String rendering, String name, Path path)
    implements Comparable<LetterFile> {
  private static final List<String> ENDINGS = List.of(".pdf", ".txt");

  /**
   * All the letters in a folder and the folders in it, by rendering and name. Files that end
   * neither in {@code .pdf} nor in {@code .txt} are none.
   */
  public static List<LetterFile> list(Path folder) throws IOException {
    Path root = folder.toRealPath();
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> ENDINGS.contains(ending(path)))
          .map(path -> of(root, path))
          .sorted()
          .toList();
    }
  }

  /** The name of a file without its ending. */
  static String baseName(Path path) {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  private static LetterFile of(Path root, Path path) {
    Path folder = path.getParent();
    String place =
        folder.equals(root)
            ? String.valueOf(root.getFileName())
            : root.relativize(folder).toString().replace('\\', '/');
    return new LetterFile(place + "/*" + ending(path), baseName(path), path);
  }

  private static String ending(Path path) {
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
