package org.openimr.ingest.extract.pdf.visibility;

/**
 * An approximate colour.
 *
 * @param red 0 to 1, as green and blue
 * @param isKnown false for patterns and images, whose colour depends on the place
 */
record InkColor(float red, float green, float blue, boolean isKnown) {
  static final InkColor WHITE = gray(1);
  static final InkColor BLACK = gray(0);
  static final InkColor UNKNOWN = new InkColor(0, 0, 0, false);

  /** Difference of a component below which text can't be told from its background. */
  private static final float VISIBLE_DIFFERENCE = 0.08f;

  static InkColor gray(float level) {
    return new InkColor(level, level, level, true);
  }

  static InkColor cmyk(float cyan, float magenta, float yellow, float black) {
    float light = 1 - black;
    return new InkColor((1 - cyan) * light, (1 - magenta) * light, (1 - yellow) * light, true);
  }

  boolean isLike(InkColor other) {
    return isKnown
        && other.isKnown
        && Math.abs(red - other.red) < VISIBLE_DIFFERENCE
        && Math.abs(green - other.green) < VISIBLE_DIFFERENCE
        && Math.abs(blue - other.blue) < VISIBLE_DIFFERENCE;
  }
}
