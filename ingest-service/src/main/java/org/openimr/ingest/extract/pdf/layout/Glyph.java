package org.openimr.ingest.extract.pdf.layout;

/**
 * A character or ligature at its position.
 *
 * @param text one or more characters
 * @param x left end of the baseline in points
 * @param y baseline in points; grows downwards on an upright page
 * @param width advance without character spacing
 * @param height height of the capitals of the font
 * @param size font size in points as printed
 * @param spaceWidth width of a blank in the font
 * @param angle direction of the baseline in degrees, counter-clockwise, 0 to 360
 * @param piece number of the string that the glyph was drawn with
 */
public record Glyph(
    String text,
    float x,
    float y,
    float width,
    float height,
    float size,
    float spaceWidth,
    float angle,
    int piece) {

  float end() {
    return x + width;
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /** Whether the glyph ends with a blank, so that no other separates it from the next word. */
  boolean endsWithSpace() {
    return text.endsWith(" ");
  }

  /** Returns a blank that follows the glyph. */
  Glyph blankAfter(float blankWidth) {
    return new Glyph(" ", end(), y, blankWidth, height, size, spaceWidth, angle, piece);
  }

  /** Returns the glyph in a coordinate system that is turned clockwise by an angle. */
  Glyph turned(double cos, double sin) {
    float turnedX = (float) (x * cos - y * sin);
    float turnedY = (float) (y * cos + x * sin);
    return new Glyph(text, turnedX, turnedY, width, height, size, spaceWidth, angle, piece);
  }

  /** Whether the heights of two glyphs overlap, as those of one line do. */
  boolean overlaps(float otherY, float otherHeight) {
    return Math.abs(y - otherY) < 0.1f
        || (otherY <= y && otherY >= y - height)
        || (y <= otherY && y >= otherY - otherHeight);
  }
}
