package org.openimr.enrich.letter;

/** The labels inside an item, in their order. Each ends with a colon. */
enum ItemLabel {
  CLAIMS_ADMINISTRATOR("Claims Administrator guideline"),
  REVIEWER("MAXIMUS guideline"),
  RATIONALE("Decision rationale");

  private static final ItemLabel[] ALL = values();

  private final Literal words;

  ItemLabel(String words) {
    this.words = new Literal(words);
  }

  /** A label found between two offsets. */
  record Mark(ItemLabel label, int start, int end) {}

  /** The next label from an offset on, or null. */
  static Mark next(String text, int from) {
    for (int colon = text.indexOf(':', from); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      int end = Blanks.skipBack(text, colon, from);
      if (end == from || text.charAt(end - 1) != 'e') {
        continue;
      }
      for (ItemLabel label : ALL) {
        int start = label.words.startBefore(text, end, from);
        if (start >= 0) {
          return new Mark(label, start, colon + 1);
        }
      }
    }
    return null;
  }
}
