package org.openimr.parser.letter.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text in which ranges are replaced by spaces, so that all other offsets stay the same. */
public final class BlankableText {
  private final String original;
  private char @Nullable [] chars;

  public BlankableText(String original) {
    this.original = original;
  }

  /** Returns the text before any range was blanked. */
  String original() {
    return original;
  }

  /** Replaces the characters of a range by spaces, except line ends and form feeds. */
  void blank(int from, int to) {
    char[] target = chars == null ? original.toCharArray() : chars;
    for (int i = from; i < to; i++) {
      if (target[i] != '\n' && target[i] != '\f') {
        target[i] = ' ';
      }
    }
    chars = target;
  }

  /** Replaces all characters of a range by spaces, including line ends and form feeds. */
  public void blankAll(int from, int to) {
    char[] target = chars == null ? original.toCharArray() : chars;
    Arrays.fill(target, from, to, ' ');
    chars = target;
  }

  /** Returns the text with the blanked ranges; the same instance if there are none. */
  public String text() {
    return chars == null ? original : new String(chars);
  }
}
