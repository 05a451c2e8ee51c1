package org.openimr.parser.letter.item;

import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * The labels of an item in their printed order. Each starts with a capital, is otherwise of any
 * case, and is followed by a colon: {@code MAXIMUS guideline:}, {@code Maximus Guidelines:}.
 */
public enum ItemLabel {
  CLAIMS_ADMINISTRATOR("Claims Administrator guideline"),
  REVIEWER("MAXIMUS guideline"),
  RATIONALE("Decision rationale");

  private static final ItemLabel[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // never modified
  private final SpacingTolerantLiteral literal;

  ItemLabel(String words) {
    this.literal = SpacingTolerantLiteral.anyCase(words);
  }

  /**
   * An occurrence of a label.
   *
   * @param label the label
   * @param start offset of the label
   * @param end offset just past its colon
   */
  public record Occurrence(ItemLabel label, int start, int end) {}

  /** Returns the next label from an offset on, or null if there is none. */
  public static @Nullable Occurrence findNext(String text, int from) {
    for (int colon = text.indexOf(':', from); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      int end = singularEnd(text, Whitespace.skipBackward(text, colon, from), from);
      if (end == from || !isLetterE(text.charAt(end - 1))) {
        continue;
      }
      for (ItemLabel label : ALL) {
        int start = label.literal.startBefore(text, end, from);
        if (start >= 0) {
          return new Occurrence(label, start, colon + 1);
        }
      }
    }
    return null;
  }

  /** Returns the end of a word without its plural, {@code s} or {@code (s)}. */
  private static int singularEnd(String text, int end, int from) {
    int stop = end > from && text.charAt(end - 1) == ')' ? end - 1 : end;
    boolean plural = stop > from && (text.charAt(stop - 1) == 's' || text.charAt(stop - 1) == 'S');
    if (!plural) {
      return end;
    }
    boolean bracket = stop < end && stop - 1 > from && text.charAt(stop - 2) == '(';
    return stop == end ? end - 1 : bracket ? stop - 2 : end;
  }

  private static boolean isLetterE(char c) {
    return c == 'e' || c == 'E';
  }
}
