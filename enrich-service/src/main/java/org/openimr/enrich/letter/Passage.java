package org.openimr.enrich.letter;

import java.util.Arrays;

/**
 * A stretch of a letter with its lines joined, that still knows where each character stood.
 *
 * <p>White space is folded to one blank; a hyphen at a line's end joins without one (CONTRACT.md,
 * GuidelineBasis).
 */
public final class Passage {
  private final String text;
  private final int[] offsets;

  private Passage(String text, int[] offsets) {
    this.text = text;
    this.offsets = offsets;
  }

  /**
   * Joins the lines of {@code letter} between two offsets.
   *
   * @param start offset of the first character
   * @param end offset behind the last character
   */
  public static Passage of(String letter, int start, int end) {
    return of(letter, null, start, end);
  }

  static Passage of(LetterText letter, int start, int end) {
    return of(letter.text(), letter, start, end);
  }

  private static Passage of(String letter, LetterText origin, int start, int end) {
    char[] joined = new char[end - start];
    int[] offsets = new int[end - start];
    int length = 0;
    int i = start;
    while (i < end) {
      char c = letter.charAt(i);
      if (!blank(c)) {
        joined[length] = c;
        offsets[length++] = i++;
        continue;
      }
      int gap = i;
      boolean lineEnd = false;
      while (i < end && blank(letter.charAt(i))) {
        lineEnd |= letter.charAt(i++) == '\n';
      }
      boolean hyphenated =
          lineEnd && length > 1 && joined[length - 1] == '-' && joined[length - 2] != ' ';
      if (length > 0 && i < end && !hyphenated) {
        joined[length] = ' ';
        offsets[length++] = gap;
      }
    }
    if (origin != null) {
      for (int k = 0; k < length; k++) {
        offsets[k] = origin.origin(offsets[k]);
      }
    }
    return new Passage(new String(joined, 0, length), Arrays.copyOf(offsets, length));
  }

  private static boolean blank(char c) {
    return c <= ' ' || c == '\u00a0';
  }

  /** The joined text. */
  public String text() {
    return text;
  }

  /**
   * Where a character of {@link #text()} stands in the letter.
   *
   * @param index 0 up to and without the length of the text
   */
  public int offset(int index) {
    return offsets[index];
  }
}
