package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Separates the text that runs in the main direction of a page from text at other angles, e.g.
 * watermarks, diagonal stamps, and numbers in the margin.
 *
 * @param main the glyphs in the main direction, upright
 * @param others glyphs at other angles
 * @param angle the main direction in degrees
 */
record TextDirection(List<Glyph> main, List<Glyph> others, double angle) {
  /** Letters that a page with a stamp as its only text may have. */
  private static final int STAMP_LETTERS = 80;

  private static final int SECTOR = 10;
  private static final int SECTORS = 360 / SECTOR;

  /**
   * Splits the glyphs of a page.
   *
   * @param usualAngle the direction of the page before, which little text does not change
   */
  static TextDirection of(List<Glyph> glyphs, double usualAngle) {
    if (usualAngle == 0 && glyphs.stream().allMatch(glyph -> glyph.angle() == 0)) {
      return new TextDirection(glyphs, List.of(), 0);
    }
    int[] counts = new int[SECTORS];
    for (Glyph glyph : glyphs) {
      counts[sector(glyph.angle())] += glyph.isBlank() ? 0 : 1;
    }
    int most = mostFrequent(counts);
    boolean isMain = counts[most] > STAMP_LETTERS || most == sector(usualAngle);
    boolean isOnly = counts[sector(usualAngle)] == 0 && most * SECTOR % 90 == 0;
    return split(glyphs, isMain || isOnly ? angle(glyphs, most) : usualAngle);
  }

  private static TextDirection split(List<Glyph> glyphs, double angle) {
    double cos = Math.cos(Math.toRadians(angle));
    double sin = Math.sin(Math.toRadians(angle));
    List<Glyph> main = new ArrayList<>(glyphs.size());
    List<Glyph> others = new ArrayList<>();
    for (Glyph glyph : glyphs) {
      if (difference(glyph.angle(), angle) < SECTOR / 2.0) {
        main.add(angle == 0 ? glyph : glyph.turned(cos, sin));
      } else {
        others.add(glyph);
      }
    }
    return new TextDirection(main, others, angle);
  }

  private static int mostFrequent(int[] counts) {
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return most;
  }

  /** The angle of the middle glyph in a sector; pages are scanned slightly askew. */
  private static double angle(List<Glyph> glyphs, int sector) {
    double[] angles =
        glyphs.stream()
            .filter(glyph -> sector(glyph.angle()) == sector)
            .mapToDouble(
                glyph -> glyph.angle() > 360 - SECTOR ? glyph.angle() - 360 : glyph.angle())
            .sorted()
            .toArray();
    return angles.length == 0 ? 0 : angles[angles.length / 2];
  }

  private static int sector(double angle) {
    return (int) Math.round((angle + 360) % 360 / SECTOR) % SECTORS;
  }

  private static double difference(double angle, double other) {
    double difference = Math.abs(angle - other) % 360;
    return Math.min(difference, 360 - difference);
  }
}
