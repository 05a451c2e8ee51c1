package org.openimr.ingest.extract.text;

/** Normalizes the line endings of all systems to {@code \n}. */
public final class LineEndings {
  private LineEndings() {}

  /** Replaces {@code \r\n} and {@code \r} by {@code \n}, and unpaired surrogates by U+FFFD. */
  public static String normalize(String text) {
    StringBuilder unified = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        unified.append('\n');
        i += i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
      } else if (Character.isSurrogate(c)) {
        i += appendPair(text, i, unified);
      } else {
        unified.append(c);
      }
    }
    return unified.toString();
  }

  private static int appendPair(String text, int at, StringBuilder unified) {
    int point = text.codePointAt(at);
    if (Character.isBmpCodePoint(point)) {
      unified.append('\uFFFD');
      return 0;
    }
    unified.appendCodePoint(point);
    return 1;
  }
}
