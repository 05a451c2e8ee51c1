package org.openimr.schemas.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Placeholders for secrets in files: <code>${file:PATH}</code>, anywhere in a value and more than
 * once, is replaced by the text of the file without the end of its last line.
 */
final class FilePlaceholders {
  private static final String BEGIN = "${file:";
  private static final char END = '}';

  private FilePlaceholders() {}

  /** Whether a value contains a placeholder. */
  static boolean isPresentIn(String value) {
    return value.contains(BEGIN);
  }

  /**
   * Replaces the placeholders of a value.
   *
   * @throws IllegalArgumentException naming the setting and the file that can't be read
   */
  static String resolve(String key, String value) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int begin = value.indexOf(BEGIN); begin >= 0; begin = value.indexOf(BEGIN, from)) {
      int end = value.indexOf(END, begin);
      if (end < 0) {
        throw new IllegalArgumentException(key + " has a ${file: without }");
      }
      text.append(value, from, begin);
      text.append(content(key, value.substring(begin + BEGIN.length(), end)));
      from = end + 1;
    }
    return text.append(value.substring(from)).toString();
  }

  private static String content(String key, String file) {
    try {
      return Files.readString(Path.of(file.strip())).replaceFirst("\\R$", "");
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s names the file %s, which can't be read".formatted(key, file), e);
    }
  }
}
