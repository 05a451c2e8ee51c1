package org.openimr.ingest.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.openimr.ingest.extract.pdf.layout.Glyph;
import org.openimr.ingest.extract.pdf.layout.HiddenText;
import org.openimr.ingest.extract.pdf.visibility.ContentVisibility;
import org.openimr.ingest.extract.pdf.visibility.GlyphPaint;

/**
 * The glyphs of a page by their visibility.
 *
 * @param visible the glyphs that are read
 * @param hidden number of hidden letters and digits that are not visible at the same place
 * @param doubtful number of read letters and digits that may not be visible
 * @param isScan whether the text is the inkless text layer of a scanned page
 */
record PageGlyphs(List<Glyph> visible, int hidden, int doubtful, boolean isScan) {
  /** A page is a scan if it has this many times as many inkless letters as visible ones. */
  private static final int SCAN_FACTOR = 4;

  private static final double SCAN_SHARE = 0.5;

  static PageGlyphs of(
      List<TextPosition> positions, List<GlyphPaint> paints, ContentVisibility visibility) {
    List<Glyph> visible = new ArrayList<>(positions.size());
    List<Glyph> inkless = new ArrayList<>();
    List<Glyph> hidden = new ArrayList<>();
    int doubtful = 0;
    for (int i = 0; i < positions.size(); i++) {
      Glyph glyph = glyph(positions.get(i), paints.get(i));
      switch (visibility.finalKind(positions.get(i), paints.get(i))) {
        case VISIBLE -> visible.add(glyph);
        case INKLESS -> inkless.add(glyph);
        case HIDDEN -> hidden.add(glyph);
        case DOUBTFUL -> {
          visible.add(glyph);
          doubtful += isWord(glyph) ? 1 : 0;
        }
      }
    }
    boolean isScan =
        letters(inkless) > SCAN_FACTOR * letters(visible)
            && visibility.painting().imageShare() >= SCAN_SHARE;
    (isScan ? visible : hidden).addAll(inkless);
    return new PageGlyphs(visible, HiddenText.unexplained(hidden, visible), doubtful, isScan);
  }

  private static Glyph glyph(TextPosition position, GlyphPaint paint) {
    Matrix matrix = position.getTextMatrix();
    float x = matrix.getTranslateX();
    float up = matrix.getTranslateY();
    double right = matrix.getScaleX();
    double rise = matrix.getShearY();
    boolean isUpright = rise == 0 && right > 0;
    double length = Math.hypot(right, rise);
    float width =
        isUpright || length == 0
            ? position.getEndX() - x
            : (float)
                (((position.getEndX() - x) * right + (position.getEndY() - up) * rise) / length);
    return new Glyph(
        position.getUnicode(),
        x,
        position.getPageHeight() - up,
        width,
        position.getHeightDir(),
        (float) Math.hypot(matrix.getShearX(), matrix.getScaleY()),
        position.getWidthOfSpace(),
        isUpright ? 0 : (float) ((Math.toDegrees(Math.atan2(rise, right)) + 360) % 360),
        paint.piece());
  }

  private static int letters(List<Glyph> glyphs) {
    int letters = 0;
    for (Glyph glyph : glyphs) {
      letters += isWord(glyph) ? 1 : 0;
    }
    return letters;
  }

  private static boolean isWord(Glyph glyph) {
    return !glyph.text().isEmpty() && Character.isLetterOrDigit(glyph.text().codePointAt(0));
  }
}
