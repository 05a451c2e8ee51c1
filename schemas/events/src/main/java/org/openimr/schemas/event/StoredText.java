package org.openimr.schemas.event;

/**
 * Bounds texts that senders control, such as file names, so that every topic, table and terminal
 * can hold them.
 */
public final class StoredText {
  /** Maximum length of such a text, in characters. */
  public static final int MAX_CHARACTERS = 2048;

  private static final char REPLACEMENT = '\uFFFD';

  private StoredText() {}

  /**
   * Returns a text with at most {@link #MAX_CHARACTERS} characters, in which each control character
   * and each half of a surrogate pair is replaced by U+FFFD. Control characters include NUL, which
   * PostgreSQL cannot store, and the escape that begins a sequence for terminals.
   */
  public static String bound(String text) {
    int length = Math.min(MAX_CHARACTERS, text.length());
    StringBuilder bounded = new StringBuilder(length);
    for (int i = 0; i < length; ) {
      int point = text.codePointAt(i);
      int size = Character.charCount(point);
      if (i + size > length || isForbidden(point)) {
        bounded.append(REPLACEMENT);
      } else {
        bounded.appendCodePoint(point);
      }
      i += size;
    }
    return bounded.toString();
  }

  private static boolean isForbidden(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }
}
