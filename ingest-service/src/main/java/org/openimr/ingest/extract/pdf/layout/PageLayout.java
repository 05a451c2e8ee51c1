package org.openimr.ingest.extract.pdf.layout;

import java.util.List;

/**
 * The text of a page in reading order.
 *
 * <p>A blank line separates paragraphs. In the published letters the distance between baselines is
 * 1.1 to 1.3 times the font size within a paragraph and at least 1.7 times between paragraphs.
 *
 * @param text lines separated by {@code \n}
 * @param angle direction of the text in degrees
 * @param excluded number of letters and digits at other angles than the text, which were left out
 */
public record PageLayout(String text, double angle, int excluded) {
  private static final float PARAGRAPH_GAP = 1.5f;

  /**
   * Lays out the glyphs of a page.
   *
   * @param glyphs in drawing order
   * @param usualAngle direction of the text of the page before, or 0
   */
  public static PageLayout of(List<Glyph> glyphs, double usualAngle) {
    TextDirection direction = TextDirection.of(glyphs, usualAngle);
    List<Glyph> once = DoubleStrikeFilter.filter(direction.main());
    FurnitureFilter filter = FurnitureFilter.of(GlyphRun.split(once));
    List<TextLine> lines = LineBuilder.lines(ReadingOrder.blocks(filter.text()));
    return new PageLayout(text(lines), direction.angle(), letters(direction.others()));
  }

  private static String text(List<TextLine> lines) {
    LineText writer = LineText.of(lines);
    StringBuilder text = new StringBuilder();
    boolean isAfterBlank = true;
    float baseline = 0;
    for (TextLine line : lines) {
      Glyph first = line.first();
      if (!isAfterBlank && first.y() - baseline > PARAGRAPH_GAP * first.size()) {
        text.append('\n');
      }
      baseline = first.y();
      isAfterBlank = line.startsBlank();
      text.append(writer.write(line)).append('\n');
    }
    return text.toString();
  }

  private static int letters(List<Glyph> glyphs) {
    int letters = 0;
    for (Glyph glyph : glyphs) {
      letters += Character.isLetterOrDigit(glyph.text().codePointAt(0)) ? 1 : 0;
    }
    return letters;
  }
}
