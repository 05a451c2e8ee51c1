package org.openimr.parser.letter.item;

import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/** The labels of an item in their printed order. Each is followed by a colon. */
public enum ItemLabel {
  CLAIMS_ADMINISTRATOR("Claims Administrator guideline"),
  REVIEWER("MAXIMUS guideline"),
  RATIONALE("Decision rationale");

  private static final ItemLabel[] ALL = values();

  @SuppressWarnings("ImmutableEnumChecker") // never modified
  private final SpacingTolerantLiteral literal;

  ItemLabel(String words) {
    this.literal = new SpacingTolerantLiteral(words);
  }

  /**
   * An occurrence of a label.
   *
   * @param label the label
   * @param start offset of the label
   * @param end offset just past its colon
   */
  record Occurrence(ItemLabel label, int start, int end) {}

  /** Returns the next label from an offset on, or null if there is none. */
  public static @Nullable Occurrence findNext(String text, int from) {
    for (int colon = text.indexOf(':', from); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      int end = Whitespace.skipBackward(text, colon, from);
      if (end == from || text.charAt(end - 1) != 'e') {
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
}
