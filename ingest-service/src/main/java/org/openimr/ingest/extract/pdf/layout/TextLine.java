package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The glyphs of a line with the gaps between its words. Mutable while the line is built. */
final class TextLine {
  private final List<Glyph> glyphs = new ArrayList<>();
  private final BitSet gaps = new BitSet();

  void add(Glyph glyph, boolean isAfterGap) {
    gaps.set(glyphs.size(), isAfterGap);
    glyphs.add(glyph);
  }

  boolean isEmpty() {
    return glyphs.isEmpty();
  }

  int size() {
    return glyphs.size();
  }

  Glyph glyph(int i) {
    return glyphs.get(i);
  }

  Glyph first() {
    return glyphs.getFirst();
  }

  Glyph last() {
    return glyphs.getLast();
  }

  /** Whether a word starts at a glyph after a gap without a blank. */
  boolean isAfterGap(int i) {
    return gaps.get(i);
  }

  void setAfterGap(int i) {
    gaps.set(i);
  }

  /** The distance between a glyph and the one before in font sizes. */
  float gap(int before, int after) {
    Glyph glyph = glyphs.get(after);
    return (glyph.x() - glyphs.get(before).end()) / Math.max(1, glyph.size());
  }

  /** The indexes of the glyphs that are not blank. */
  int[] printed() {
    int[] printed = new int[glyphs.size()];
    int count = 0;
    for (int i = 0; i < printed.length; i++) {
      if (!glyphs.get(i).isBlank()) {
        printed[count++] = i;
      }
    }
    return java.util.Arrays.copyOf(printed, count);
  }

  /** Whether the first word, up to a gap without a blank, consists of blanks. */
  boolean startsBlank() {
    for (int i = 0; i < glyphs.size() && !(i > 0 && gaps.get(i)); i++) {
      if (!glyphs.get(i).isBlank()) {
        return false;
      }
    }
    return true;
  }
}
