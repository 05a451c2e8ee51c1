package org.openimr.parser.letter.text;

import java.text.Normalizer;

/**
 * Folds characters that people read as equal: composed and decomposed letters, full-width digits
 * and letters, ligatures, quotation marks, dashes, degree signs and spaces. Characters that are
 * invisible are removed. The folded text is for comparisons, not for the event.
 */
public final class TextFolding {
  private TextFolding() {}

  /** Returns the folded text. A text of ASCII characters is returned as it is. */
  public static String fold(String text) {
    int first = firstNonAscii(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      append(folded, text.charAt(i));
    }
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  private static int firstNonAscii(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) < 0x80) {
      i++;
    }
    return i;
  }

  /** Appends what a character is folded to before it is normalized. */
  private static void append(StringBuilder folded, char c) {
    switch (c) {
      case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u02bc', '\u00b4', '\uff07' ->
          folded.append('\'');
      case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033', '\u00ab', '\u00bb', '\uff02' ->
          folded.append('"');
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\ufe63' ->
          folded.append('-');
      case '\u00ba', '\u02da' -> folded.append('\u00b0');
      default -> {
        if (!isInvisible(c)) {
          folded.append(Character.isSpaceChar(c) ? ' ' : c);
        }
      }
    }
  }

  /** Returns whether a character is a soft hyphen, has no width, or sets the direction of text. */
  public static boolean isInvisible(char c) {
    return c == '\u00ad' || Character.getType(c) == Character.FORMAT;
  }
}
