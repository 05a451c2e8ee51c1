package org.openimr.parser.letter.item;

import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/** The labels inside an item, in their order. Each ends with a colon. */
public enum ItemLabel {
  CLAIMS_ADMINISTRATOR("Claims Administrator guideline"),
  REVIEWER("MAXIMUS guideline"),
  RATIONALE("Decision rationale");

  private static final ItemLabel[] ALL = values();

  private final SpacingTolerantLiteral words;

  ItemLabel(String words) {
    this.words = new SpacingTolerantLiteral(words);
  }

  /** A label found between two offsets. */
  record Occurrence(ItemLabel label, int start, int end) {}

  /** The next label from an offset on, or null. */
  public static Occurrence findNext(String text, int from) {
    for (int colon = text.indexOf(':', from); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      int end = Whitespace.skipBackward(text, colon, from);
      if (end == from || text.charAt(end - 1) != 'e') {
        continue;
      }
      for (ItemLabel label : ALL) {
        int start = label.words.startBefore(text, end, from);
        if (start >= 0) {
          return new Occurrence(label, start, colon + 1);
        }
      }
    }
    return null;
  }
}
