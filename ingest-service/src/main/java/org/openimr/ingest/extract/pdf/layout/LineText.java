package org.openimr.ingest.extract.pdf.layout;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Writes the words of lines, with gaps recognized by the usual distance of the letters. */
final class LineText {
  /** Part of the font size by which words are farther apart than letters. */
  private static final float WORD_GAP = 0.075f;

  /** Pages with fewer blanks do not separate words with them. */
  private static final int MIN_LETTERS_PER_BLANK = 50;

  /** Average number of letters of a piece that is a word. */
  private static final int MIN_PIECE = 3;

  private static final int MAX_PIECE = 12;

  /** Number of gaps from which a line has a usual distance of its own. */
  private static final int MIN_GAPS = 8;

  /** Part of the font size by which a word that was drawn on its own is not where letters end. */
  private static final float PIECE_GAP = 0.04f;

  private final float usualGap;
  private final boolean isWordPerPiece;

  private LineText(float usualGap, boolean isWordPerPiece) {
    this.usualGap = usualGap;
    this.isWordPerPiece = isWordPerPiece;
  }

  /** Creates a writer for lines that are set like the given ones. */
  static LineText of(List<TextLine> lines) {
    float[] gaps = new float[64];
    int count = 0;
    for (TextLine line : lines) {
      float[] ofLine = gaps(line);
      if (ofLine.length >= MIN_GAPS && count < gaps.length) {
        gaps[count++] = median(ofLine);
      }
    }
    float usual = count == 0 ? 0 : median(Arrays.copyOf(gaps, count));
    return new LineText(usual, isWordPerPiece(lines));
  }

  /** Whether a page has no blanks, because each of its words was drawn on its own. */
  private static boolean isWordPerPiece(List<TextLine> lines) {
    int glyphs = 0;
    int blanks = 0;
    int pieces = 0;
    int last = -1;
    for (TextLine line : lines) {
      for (int i = 0; i < line.size(); i++) {
        glyphs++;
        blanks += line.glyph(i).isBlank() ? 1 : 0;
        pieces += line.glyph(i).piece() == last ? 0 : 1;
        last = line.glyph(i).piece();
      }
    }
    return blanks * MIN_LETTERS_PER_BLANK < glyphs
        && pieces * MIN_PIECE < glyphs
        && glyphs < MAX_PIECE * pieces;
  }

  /** Returns the text of a line without a line break. */
  String write(TextLine line) {
    markNarrowGaps(line);
    BitSet joined = LetterSpacing.joinedGlyphs(line);
    StringBuilder text = new StringBuilder(line.size() + 16);
    for (int i = 0; i < line.size(); i++) {
      if (joined.isEmpty()) {
        text.append(line.isAfterGap(i) ? " " : "");
        append(text, line.glyph(i).text());
      } else {
        appendSpaced(text, line, i, joined);
      }
    }
    return text.toString();
  }

  private static void appendSpaced(StringBuilder text, TextLine line, int i, BitSet joined) {
    if (line.glyph(i).isBlank()) {
      return;
    }
    boolean isAfterBlank = i > 0 && line.glyph(i - 1).isBlank();
    if (!joined.get(i) && (line.isAfterGap(i) || isAfterBlank) && !text.isEmpty()) {
      text.append(' ');
    }
    append(text, line.glyph(i).text());
  }

  private void markNarrowGaps(TextLine line) {
    float[] gaps = gaps(line);
    float letterGap = gaps.length >= MIN_GAPS ? median(gaps) : usualGap;
    for (int i = 1; i < line.size(); i++) {
      if (isBetweenLetters(line, i)
          && (line.gap(i - 1, i) > letterGap + WORD_GAP || isPieceApart(line, i))) {
        line.setAfterGap(i);
      }
    }
  }

  private boolean isPieceApart(TextLine line, int i) {
    return isWordPerPiece
        && line.glyph(i - 1).piece() != line.glyph(i).piece()
        && Math.abs(line.gap(i - 1, i)) > PIECE_GAP;
  }

  private static boolean isBetweenLetters(TextLine line, int i) {
    return !line.glyph(i).isBlank() && !line.glyph(i - 1).isBlank();
  }

  private static float[] gaps(TextLine line) {
    float[] gaps = new float[line.size()];
    int count = 0;
    for (int i = 1; i < line.size(); i++) {
      if (isBetweenLetters(line, i)) {
        gaps[count++] = line.gap(i - 1, i);
      }
    }
    return Arrays.copyOf(gaps, count);
  }

  private static float median(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Appends characters; ligatures and presentation forms as the letters that they stand for. */
  private static void append(StringBuilder text, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      if (Character.isISOControl(c)) {
        // broken fonts yield control characters, which would count as line and page breaks
        text.append(' ');
      } else if ((c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF)) {
        text.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).strip());
      } else {
        text.append(c);
      }
    }
  }
}
