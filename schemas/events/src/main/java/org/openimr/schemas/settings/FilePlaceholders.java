package org.openimr.schemas.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Secrets in files: a setting's value may hold <code>${file:PATH}</code>, anywhere and more than
 * once; the file's text without the end of its last line stands for it.
 */
final class FilePlaceholders {
  private static final String BEGIN = "${file:";
  private static final char END = '}';

  private FilePlaceholders() {}

  /** Whether a value has any. */
  static boolean isPresentIn(String value) {
    return value.contains(BEGIN);
  }

  /**
   * A value with the files' texts in it.
   *
   * @throws IllegalArgumentException naming the setting and the file that can't be read
   */
  static String resolve(String key, String value) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int at = value.indexOf(BEGIN); at >= 0; at = value.indexOf(BEGIN, from)) {
      int end = value.indexOf(END, at);
      if (end < 0) {
        throw new IllegalArgumentException(key + " has a ${file: without its }");
      }
      text.append(value, from, at);
      text.append(content(key, value.substring(at + BEGIN.length(), end)));
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
