package org.openimr.ingest.extract.pdf.visibility;

import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * Two points in the middle of a glyph, one above the other. A line through the glyph, e.g. of a
 * table or below a word, contains at most one of them.
 */
record GlyphSpot(double lowX, double lowY, double highX, double highY) {
  private static final float LOW = 0.12f;
  private static final float HIGH = 0.45f;

  /** Returns the spot of a glyph in the coordinates of the page. */
  static GlyphSpot of(TextPosition glyph, Rectangle2D page) {
    Matrix matrix = glyph.getTextMatrix();
    double x = (matrix.getTranslateX() + glyph.getEndX()) / 2 + page.getMinX();
    double y = (matrix.getTranslateY() + glyph.getEndY()) / 2 + page.getMinY();
    float up = matrix.getScaleY();
    float right = matrix.getShearX();
    return new GlyphSpot(x + LOW * right, y + LOW * up, x + HIGH * right, y + HIGH * up);
  }

  /** Whether the centre of the glyph is within an area. */
  boolean isIn(Rectangle2D area) {
    return area.contains((lowX + highX) / 2, (lowY + highY) / 2);
  }
}
