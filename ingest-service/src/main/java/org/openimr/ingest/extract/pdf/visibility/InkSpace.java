package org.openimr.ingest.extract.pdf.visibility;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;

/**
 * An approximate colour space, which PDFBox keeps in its graphics state. It avoids loading colour
 * profiles, which costs more time than reading a letter.
 */
final class InkSpace extends PDColorSpace {
  private final Kind kind;
  private final int components;

  /** How components become a colour. */
  enum Kind {
    GRAY,
    RGB,
    CMYK,
    /** Amounts of inks; 0 leaves the paper white. */
    TINT,
    /** Lightness from 0 to 100 first. */
    LAB,
    UNKNOWN
  }

  InkSpace(Kind kind, int components) {
    this.kind = kind;
    this.components = components;
  }

  static InkSpace ofComponents(int components) {
    return switch (components) {
      case 1 -> new InkSpace(Kind.GRAY, 1);
      case 3 -> new InkSpace(Kind.RGB, 3);
      case 4 -> new InkSpace(Kind.CMYK, 4);
      default -> new InkSpace(Kind.UNKNOWN, 0);
    };
  }

  /** Returns the approximate colour of a graphics state; black at the beginning of a page. */
  static InkColor color(PDColor color) {
    return color.getColorSpace() instanceof InkSpace space
        ? space.color(color.getComponents())
        : InkColor.BLACK;
  }

  private InkColor color(float[] c) {
    if (c.length < components) {
      return InkColor.UNKNOWN;
    }
    return switch (kind) {
      case GRAY -> InkColor.gray(c[0]);
      case RGB -> new InkColor(c[0], c[1], c[2], true);
      case CMYK -> InkColor.cmyk(c[0], c[1], c[2], c[3]);
      case TINT -> InkColor.gray(1 - max(c));
      case LAB -> InkColor.gray(c[0] / 100);
      case UNKNOWN -> InkColor.UNKNOWN;
    };
  }

  private static float max(float[] values) {
    float max = 0;
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  @Override
  public String getName() {
    return kind.name();
  }

  @Override
  public int getNumberOfComponents() {
    return components;
  }

  @Override
  public float[] getDefaultDecode(int bitsPerComponent) {
    return new float[2 * components];
  }

  /** Black, or the full amount of each ink. */
  @Override
  public PDColor getInitialColor() {
    float[] initial = new float[components];
    if (kind == Kind.TINT) {
      java.util.Arrays.fill(initial, 1);
    } else if (kind == Kind.CMYK) {
      initial[3] = 1;
    }
    return new PDColor(initial, this);
  }

  @Override
  public float[] toRGB(float[] value) {
    InkColor color = color(value);
    return new float[] {color.red(), color.green(), color.blue()};
  }

  @Override
  public BufferedImage toRGBImage(WritableRaster raster) {
    throw new UnsupportedOperationException("images are not decoded");
  }

  @Override
  public BufferedImage toRawImage(WritableRaster raster) {
    throw new UnsupportedOperationException("images are not decoded");
  }
}
