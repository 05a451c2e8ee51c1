package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Glyphs that were drawn one after another from left to right, without a wide gap.
 *
 * @param glyphs in drawing order
 * @param left left end
 * @param right right end
 * @param y baseline of the first glyph
 * @param size the largest font size
 * @param isBlank whether all glyphs are blanks
 */
record GlyphRun(List<Glyph> glyphs, float left, float right, float y, float size, boolean isBlank) {
  private static final float MAX_GAP = 1.2f;

  /** Splits glyphs into runs, in drawing order. */
  static List<GlyphRun> split(List<Glyph> glyphs) {
    List<GlyphRun> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= glyphs.size(); i++) {
      if (i == glyphs.size() || !continues(glyphs.get(i - 1), glyphs.get(i))) {
        runs.add(of(glyphs.subList(start, i)));
        start = i;
      }
    }
    return runs;
  }

  private static boolean continues(Glyph before, Glyph glyph) {
    float gap = glyph.x() - before.end();
    return glyph.overlaps(before.y(), before.height())
        && gap > -0.5f * before.size()
        && gap < MAX_GAP * before.size();
  }

  private static GlyphRun of(List<Glyph> glyphs) {
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float size = 1;
    boolean isBlank = true;
    for (Glyph glyph : glyphs) {
      if (!glyph.isBlank()) {
        left = Math.min(left, glyph.x());
        right = Math.max(right, glyph.end());
        size = Math.max(size, glyph.size());
        isBlank = false;
      }
    }
    return isBlank ? blank(glyphs) : new GlyphRun(glyphs, left, right, y(glyphs), size, false);
  }

  private static GlyphRun blank(List<Glyph> glyphs) {
    Glyph first = glyphs.getFirst();
    return new GlyphRun(
        glyphs, first.x(), glyphs.getLast().end(), first.y(), Math.max(1, first.size()), true);
  }

  private static float y(List<Glyph> glyphs) {
    for (Glyph glyph : glyphs) {
      if (!glyph.isBlank()) {
        return glyph.y();
      }
    }
    return glyphs.getFirst().y();
  }

  float width() {
    return right - left;
  }

  /** Number of glyphs that are not blank. */
  int letters() {
    int letters = 0;
    for (Glyph glyph : glyphs) {
      letters += glyph.isBlank() ? 0 : 1;
    }
    return letters;
  }
}
