package org.openimr.ingest.extract.pdf.layout;

import java.util.List;

/** Compares hidden text with the visible text at the same place. */
public final class HiddenText {
  private static final float REACH = 8;

  private HiddenText() {}

  /** Returns the number of hidden letters and digits that are not visible at the same place. */
  public static int unexplained(List<Glyph> hidden, List<Glyph> visible) {
    if (hidden.isEmpty()) {
      return 0;
    }
    GlyphIndex index = new GlyphIndex(REACH);
    visible.forEach(index::add);
    int unexplained = 0;
    for (Glyph glyph : hidden) {
      boolean isWord = glyph.text().codePoints().anyMatch(Character::isLetterOrDigit);
      unexplained += isWord && index.find(glyph, other -> true).isEmpty() ? 1 : 0;
    }
    return unexplained;
  }
}
