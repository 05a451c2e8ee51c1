package org.openimr.ingest.extract.pdf.visibility;

/**
 * How a glyph was painted.
 *
 * @param piece number of the string that the glyph was drawn with
 * @param drawn sequence number among the areas and images of the page
 * @param kind whether the glyph is visible when it is drawn; it may be covered later
 */
public record GlyphPaint(int piece, int drawn, Kind kind) {

  /** Visibility of a glyph. */
  public enum Kind {
    VISIBLE,
    /** Light text on an image or a pattern, which may be as light. */
    DOUBTFUL,
    /** Outside the page, in a hidden layer, transparent, or in the colour of its background. */
    HIDDEN,
    /** Drawn without ink, like the text layer of a scanned page. */
    INKLESS
  }
}
