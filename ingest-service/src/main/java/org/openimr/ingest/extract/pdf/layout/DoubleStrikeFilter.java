package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes the glyphs that were drawn again next to themselves, which looks bold or like a shadow.
 *
 * <p>A glyph is certainly a repetition if an equal one starts within it, because neighbours never
 * do. The distance between certain repetitions then also identifies those of narrow letters, which
 * are farther away from each other than their own width.
 */
final class DoubleStrikeFilter {
  private static final float MAX_DISTANCE = 0.35f;
  private static final float MAX_WIDTHS = 0.8f;
  private static final float STEP = 0.02f;
  private static final int MIN_VOTES = 3;

  private final List<Glyph> glyphs;
  private final float reach;
  private final Map<Offset, Integer> votes = new HashMap<>();

  private DoubleStrikeFilter(List<Glyph> glyphs) {
    this.glyphs = glyphs;
    float largest = 1;
    for (Glyph glyph : glyphs) {
      largest = Math.max(largest, glyph.size());
    }
    this.reach = Math.min(100, largest * MAX_DISTANCE);
  }

  private record Offset(int x, int y) {
    static Offset between(Glyph first, Glyph second) {
      float size = Math.max(1, first.size());
      return new Offset(
          Math.round((second.x() - first.x()) / size / STEP),
          Math.round((second.y() - first.y()) / size / STEP));
    }

    boolean isNear(Offset other) {
      return Math.abs(x - other.x) <= 1 && Math.abs(y - other.y) <= 1;
    }
  }

  /** Returns the glyphs without repetitions; the same list if none overlap. */
  static List<Glyph> filter(List<Glyph> glyphs) {
    return hasOverlaps(glyphs) ? new DoubleStrikeFilter(glyphs).filtered() : glyphs;
  }

  /** Whether the drawing position ever moves back to text that was drawn before. */
  private static boolean hasOverlaps(List<Glyph> glyphs) {
    for (int i = 1; i < glyphs.size(); i++) {
      Glyph before = glyphs.get(i - 1);
      Glyph glyph = glyphs.get(i);
      boolean isAbove = glyph.y() < before.y() - 0.1f;
      boolean isBack =
          glyph.x() < before.end() - 0.25f * before.width() && glyph.y() < before.y() + 6;
      if (isAbove || isBack) {
        return true;
      }
    }
    return false;
  }

  private List<Glyph> filtered() {
    List<Glyph> once = withoutCertain();
    List<Offset> offsets =
        votes.entrySet().stream()
            .filter(vote -> vote.getValue() >= MIN_VOTES)
            .map(Map.Entry::getKey)
            .limit(8)
            .toList();
    return offsets.isEmpty() ? once : withoutRepeatedAt(offsets, once);
  }

  private List<Glyph> withoutCertain() {
    GlyphIndex drawn = new GlyphIndex(reach);
    List<Glyph> kept = new ArrayList<>(glyphs.size());
    for (Glyph glyph : glyphs) {
      drawn
          .find(glyph, other -> isRepetition(other, glyph))
          .ifPresentOrElse(
              other -> votes.merge(Offset.between(other, glyph), 1, Integer::sum),
              () -> kept.add(glyph));
      drawn.add(glyph);
    }
    return kept;
  }

  private static boolean isRepetition(Glyph first, Glyph second) {
    float reach = MAX_DISTANCE * first.size();
    return Math.abs(first.size() - second.size()) <= 0.1f * first.size()
        && Math.abs(second.y() - first.y()) <= reach
        && Math.abs(second.x() - first.x()) <= Math.min(reach, MAX_WIDTHS * first.width());
  }

  private List<Glyph> withoutRepeatedAt(List<Offset> offsets, List<Glyph> once) {
    GlyphIndex drawn = new GlyphIndex(reach);
    List<Glyph> kept = new ArrayList<>(once.size());
    Glyph before = once.getFirst();
    for (Glyph glyph : once) {
      Glyph previous = before;
      boolean isRepeated =
          drawn
              .find(
                  glyph,
                  other ->
                      (!other.equals(previous) || other.piece() != glyph.piece())
                          && offsets.stream().anyMatch(Offset.between(other, glyph)::isNear))
              .isPresent();
      if (!isRepeated) {
        kept.add(glyph);
      }
      drawn.add(glyph);
      before = glyph;
    }
    return kept;
  }
}
