package org.openimr.ingest.extract.pdf.layout;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the words of text whose letters are set apart, e.g. {@code H O W T H E}.
 *
 * <p>The usual distance of the letters is a low quartile of their gaps; a word ends at a gap that
 * is clearly wider. Blanks between the letters are ignored.
 */
final class LetterSpacing {
  /** Gaps in font sizes between letters that are set apart. */
  private static final float MIN_GAP = 0.12f;

  private static final float MAX_GAP = 0.9f;
  private static final float MIN_WORD_GAP = 0.1f;
  private static final float RELATIVE_WORD_GAP = 0.25f;
  private static final int MIN_LETTERS_OF_LINE = 4;
  private static final int MIN_LETTERS = 5;
  private static final int MIN_CHARACTERS = 8;
  private static final float LETTER_SHARE = 0.6f;

  private final TextLine line;
  private final int[] printed;
  private final float[] gaps;

  /** The glyphs that follow their predecessor without a gap. */
  private final BitSet joined = new BitSet();

  private LetterSpacing(TextLine line) {
    this.line = line;
    this.printed = line.printed();
    this.gaps = new float[Math.max(0, printed.length - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = line.gap(printed[i], printed[i + 1]);
    }
  }

  /**
   * Returns the indexes of the glyphs that belong to the same word as the printed glyph before.
   * Empty if the letters are not set apart.
   */
  static BitSet joinedGlyphs(TextLine line) {
    LetterSpacing spacing = new LetterSpacing(line);
    spacing.find();
    return spacing.joined;
  }

  private void find() {
    int start = 0;
    for (int i = 0; i <= gaps.length; i++) {
      if (i == gaps.length || gaps[i] < MIN_GAP) {
        // a stretch must not begin or end inside a word
        int from = start == 0 ? 0 : start + 1;
        int to = i == gaps.length ? i : i - 1;
        joinStretch(from, to);
        start = i + 1;
      }
    }
  }

  /** Joins the letters of the words between two printed glyphs, both inclusive. */
  private void joinStretch(int from, int to) {
    if (!isSpaced(from, to)) {
      return;
    }
    float[] sorted = Arrays.copyOfRange(gaps, from, to);
    Arrays.sort(sorted);
    float usual = sorted[sorted.length / 4];
    if (usual > MAX_GAP) {
      return;
    }
    float wordGap = usual + Math.max(MIN_WORD_GAP, RELATIVE_WORD_GAP * usual);
    for (int i = from; i < to; i++) {
      if (gaps[i] < wordGap) {
        joined.set(printed[i + 1]);
      }
    }
  }

  private boolean isSpaced(int from, int to) {
    int count = to - from + 1;
    boolean isLine = count == printed.length;
    if (count < (isLine ? MIN_LETTERS_OF_LINE : MIN_LETTERS)) {
      return false;
    }
    int letters = 0;
    for (int i = from; i <= to; i++) {
      letters += Character.isLetter(line.glyph(printed[i]).text().codePointAt(0)) ? 1 : 0;
    }
    return count >= MIN_CHARACTERS || letters >= LETTER_SHARE * count;
  }
}
