package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides glyphs in reading order into lines, and lines into words.
 *
 * <p>A line ends where the heights of neighbouring glyphs no longer overlap. A word ends at a gap
 * of half a blank or three tenths of a character, as in PDFBox's own text extraction.
 */
final class LineBuilder {
  private static final float SPACE_TOLERANCE = 0.5f;
  private static final float CHARACTER_TOLERANCE = 0.3f;
  private static final float UNKNOWN = -Float.MAX_VALUE;

  private final List<TextLine> lines = new ArrayList<>();
  private TextLine line = new TextLine();
  private float lowestBaseline = UNKNOWN;
  private float lineHeight = -1;
  private float lastSpace = -1;
  private float averageWidth = -1;

  private LineBuilder() {}

  static List<TextLine> lines(List<List<Glyph>> blocks) {
    List<TextLine> lines = new ArrayList<>();
    for (List<Glyph> block : blocks) {
      if (!block.isEmpty()) {
        LineBuilder builder = new LineBuilder();
        block.forEach(builder::add);
        lines.addAll(builder.lines);
        lines.add(builder.line);
      }
    }
    return lines;
  }

  private void add(Glyph glyph) {
    if (line.isEmpty() && lines.isEmpty()) {
      averageWidth = glyph.width();
      line.add(glyph, false);
    } else {
      append(glyph, line.last());
    }
    lowestBaseline = Math.max(lowestBaseline, glyph.y());
    lineHeight = Math.max(lineHeight, glyph.height());
    lastSpace = glyph.spaceWidth();
  }

  private void append(Glyph glyph, Glyph last) {
    averageWidth =
        averageWidth < 0 || glyph.size() != last.size()
            ? glyph.width()
            : (averageWidth + glyph.width()) / 2;
    float space = spaceTolerance(glyph);
    float gap = Math.min(space, averageWidth * CHARACTER_TOLERANCE);
    boolean isNewLine = !glyph.overlaps(lowestBaseline, lineHeight);
    if (isNewLine) {
      lines.add(line);
      line = new TextLine();
    }
    boolean isGap = !isNewLine && last.end() + gap < glyph.x() && !last.endsWithSpace();
    if (isNewLine || Math.abs(glyph.x() - last.x()) > glyph.spaceWidth() + space) {
      lowestBaseline = UNKNOWN;
      lineHeight = -1;
    }
    line.add(glyph, isGap);
  }

  private float spaceTolerance(Glyph glyph) {
    if (glyph.spaceWidth() == 0) {
      return Float.MAX_VALUE;
    }
    float space = lastSpace < 0 ? glyph.spaceWidth() : (glyph.spaceWidth() + lastSpace) / 2;
    return space * SPACE_TOLERANCE;
  }
}
