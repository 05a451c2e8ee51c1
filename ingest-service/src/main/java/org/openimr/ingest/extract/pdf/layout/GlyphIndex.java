package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds glyphs with equal text near a place. Each cell keeps a limited number of glyphs. */
final class GlyphIndex {
  private static final int MAX_PER_CELL = 8;

  private final float cell;
  private final Map<Cell, List<Glyph>> cells = new HashMap<>();

  /**
   * Creates an empty index.
   *
   * @param reach maximum distance between a place and the glyphs found there, in points
   */
  GlyphIndex(float reach) {
    this.cell = Math.max(1, reach);
  }

  private record Cell(String text, int column, int row) {}

  void add(Glyph glyph) {
    List<Glyph> glyphs =
        cells.computeIfAbsent(
            new Cell(glyph.text(), at(glyph.x()), at(glyph.y())), key -> new ArrayList<>(1));
    if (glyphs.size() < MAX_PER_CELL) {
      glyphs.add(glyph);
    }
  }

  /** Returns a glyph with the same text near the given one that satisfies a condition. */
  Optional<Glyph> find(Glyph glyph, Predicate<Glyph> condition) {
    int column = at(glyph.x());
    int row = at(glyph.y());
    for (int i = 0; i < 9; i++) {
      Cell key = new Cell(glyph.text(), column + i / 3 - 1, row + i % 3 - 1);
      for (Glyph other : cells.getOrDefault(key, List.of())) {
        if (condition.test(other)) {
          return Optional.of(other);
        }
      }
    }
    return Optional.empty();
  }

  private int at(float position) {
    return (int) Math.floor(position / cell);
  }
}
