package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Separates what is printed beside or across the text of a page: line numbers in the left margin,
 * and watermarks in a much larger font.
 *
 * @param text the runs of the text
 * @param others the runs that were left out
 */
record FurnitureFilter(List<GlyphRun> text, List<GlyphRun> others) {
  private static final int MIN_LINE_NUMBERS = 8;
  private static final int MAX_DIGITS = 3;
  private static final int MIN_LETTERS_OF_LINE = 10;
  private static final int MAX_LARGE_RUNS = 16;
  private static final float LARGE = 2.2f;
  private static final int MIN_LETTERS_BELOW = 5;

  static FurnitureFilter of(List<GlyphRun> runs) {
    Set<GlyphRun> others = new HashSet<>(watermarks(runs));
    List<GlyphRun> numbers = lineNumbers(runs);
    if (numbers.size() >= MIN_LINE_NUMBERS) {
      others.addAll(numbers);
    }
    if (others.isEmpty()) {
      return new FurnitureFilter(runs, List.of());
    }
    List<GlyphRun> text = new ArrayList<>(runs);
    text.removeIf(others::contains);
    return new FurnitureFilter(text, List.copyOf(others));
  }

  /** Short numbers that end left of all lines of text. */
  private static List<GlyphRun> lineNumbers(List<GlyphRun> runs) {
    float column = Float.MAX_VALUE;
    for (GlyphRun run : runs) {
      if (run.letters() >= MIN_LETTERS_OF_LINE) {
        column = Math.min(column, run.left());
      }
    }
    float edge = column;
    return runs.stream().filter(run -> run.right() < edge && isNumber(run)).toList();
  }

  private static boolean isNumber(GlyphRun run) {
    int digits = 0;
    for (Glyph glyph : run.glyphs()) {
      if (!glyph.isBlank() && !glyph.text().chars().allMatch(Character::isDigit)) {
        return false;
      }
      digits += glyph.isBlank() ? 0 : 1;
    }
    return digits > 0 && digits <= MAX_DIGITS;
  }

  /** Runs in a much larger font that other text is printed across. */
  private static List<GlyphRun> watermarks(List<GlyphRun> runs) {
    float size = usualSize(runs);
    List<GlyphRun> large = runs.stream().filter(run -> run.size() > LARGE * size).toList();
    return large.size() > MAX_LARGE_RUNS
        ? List.of()
        : large.stream().filter(run -> lettersIn(run, runs) >= MIN_LETTERS_BELOW).toList();
  }

  private static float usualSize(List<GlyphRun> runs) {
    double letters = 0;
    double sum = 0;
    for (GlyphRun run : runs) {
      letters += run.letters();
      sum += run.letters() * run.size();
    }
    return letters == 0 ? Float.MAX_VALUE : (float) (sum / letters);
  }

  private static int lettersIn(GlyphRun large, List<GlyphRun> runs) {
    int letters = 0;
    for (GlyphRun run : runs) {
      boolean isAcross =
          run.size() * LARGE < large.size()
              && run.y() < large.y() + 0.2f * large.size()
              && run.y() > large.y() - 0.7f * large.size()
              && run.left() < large.right()
              && run.right() > large.left();
      letters += isAcross ? run.letters() : 0;
    }
    return letters;
  }
}
