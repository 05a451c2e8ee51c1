package org.openimr.ingest.extract.pdf.visibility;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * The filled areas and images of a page in drawing order.
 *
 * <p>A grid of cells keeps the newest paints of each place, so that finding what is below or above
 * a glyph takes constant time.
 */
final class PageCanvas {
  private static final int MAX_DEPTH = 12;
  private static final float MIN_CELL = 8;
  private static final float CELLS_PER_SIDE = 200;

  /** Share of the page that an image must cover to be a scan of the page. */
  static final double SCAN_SHARE = 0.5;

  private static final int MAX_SEGMENTS = 64;

  private final Rectangle2D page;
  private final float cell;
  private final int columns;
  private final int rows;
  private @Nullable Node @Nullable [] cells;

  /** The newest opaque paint that covers the whole page, and so everything before it. */
  private @Nullable Paint base;

  private int sequence;
  private double imageArea;
  private double fillArea;
  private long curves;

  PageCanvas(PDRectangle box) {
    this.page =
        new Rectangle2D.Float(
            box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
    this.cell = Math.max(MIN_CELL, Math.max(box.getWidth(), box.getHeight()) / CELLS_PER_SIDE);
    this.columns = (int) (box.getWidth() / cell) + 1;
    this.rows = (int) (box.getHeight() / cell) + 1;
  }

  /** An area that was filled or covered with an image. */
  private record Paint(
      int sequence,
      Rectangle2D bounds,
      Optional<Path2D> shape,
      InkColor color,
      boolean isOpaque,
      boolean isScan) {

    Cover cover() {
      return isScan ? Cover.SCAN : Cover.AREA;
    }

    boolean contains(GlyphSpot spot) {
      return bounds.contains(spot.lowX(), spot.lowY())
          && bounds.contains(spot.highX(), spot.highY())
          && (shape.isEmpty()
              || (shape.get().contains(spot.lowX(), spot.lowY())
                  && shape.get().contains(spot.highX(), spot.highY())));
    }
  }

  private record Node(Paint paint, @Nullable Node below, int depth) {}

  Rectangle2D page() {
    return page;
  }

  boolean isEmpty() {
    return cells == null && base == null;
  }

  /** Returns a number that is higher than that of everything drawn before. */
  int nextSequence() {
    return ++sequence;
  }

  /** Fills a rectangle. */
  void fill(Rectangle2D rectangle, Rectangle2D clip, InkColor color, boolean isOpaque) {
    Rectangle2D bounds = rectangle.createIntersection(clip).createIntersection(page);
    if (!bounds.isEmpty()) {
      countFill(bounds, color);
      put(new Paint(nextSequence(), bounds, Optional.empty(), color, isOpaque, false));
    }
  }

  /** Fills any shape; one with many segments is only counted. */
  void fill(Path2D path, int segments, Rectangle2D clip, InkColor color, boolean isOpaque) {
    Rectangle2D bounds = path.getBounds2D().createIntersection(clip).createIntersection(page);
    if (bounds.isEmpty()) {
      return;
    }
    curves += segments;
    countFill(bounds, color);
    if (segments <= MAX_SEGMENTS) {
      put(new Paint(nextSequence(), bounds, Optional.of(path), color, isOpaque, false));
    }
  }

  private void countFill(Rectangle2D bounds, InkColor color) {
    if (!color.isLike(InkColor.WHITE)) {
      fillArea += area(bounds);
    }
  }

  /** Draws an image or shading. */
  void image(Rectangle2D area, Rectangle2D clip, boolean isOpaque) {
    Rectangle2D bounds = area.createIntersection(clip).createIntersection(page);
    if (bounds.isEmpty()) {
      return;
    }
    imageArea += area(bounds);
    boolean isScan = area(bounds) >= SCAN_SHARE;
    put(new Paint(nextSequence(), bounds, Optional.empty(), InkColor.UNKNOWN, isOpaque, isScan));
  }

  private double area(Rectangle2D bounds) {
    return bounds.getWidth() * bounds.getHeight() / (page.getWidth() * page.getHeight());
  }

  private void put(Paint paint) {
    if (paint.isOpaque() && paint.shape().isEmpty() && paint.bounds().contains(page)) {
      base = paint;
      cells = null;
      return;
    }
    @Nullable Node[] grid = cells == null ? new Node[columns * rows] : cells;
    cells = grid;
    int lastColumn = column(paint.bounds().getMaxX());
    int lastRow = row(paint.bounds().getMaxY());
    for (int row = row(paint.bounds().getMinY()); row <= lastRow; row++) {
      for (int column = column(paint.bounds().getMinX()); column <= lastColumn; column++) {
        push(grid, row * columns + column, paint);
      }
    }
  }

  private static void push(@Nullable Node[] grid, int at, Paint paint) {
    Node below = grid[at];
    boolean isFirst = below == null || below.depth() == MAX_DEPTH;
    grid[at] = isFirst ? new Node(paint, null, 1) : new Node(paint, below, below.depth() + 1);
  }

  private int column(double x) {
    return Math.clamp((int) ((x - page.getMinX()) / cell), 0, columns - 1);
  }

  private int row(double y) {
    return Math.clamp((int) ((y - page.getMinY()) / cell), 0, rows - 1);
  }

  /** The colour on which a glyph would be drawn now. */
  InkColor background(GlyphSpot spot) {
    for (Node node = at(spot); node != null; node = node.below()) {
      if (node.paint().contains(spot)) {
        return node.paint().isOpaque() ? node.paint().color() : InkColor.UNKNOWN;
      }
    }
    return base == null ? InkColor.WHITE : base.color();
  }

  /** What covers a glyph. */
  enum Cover {
    NONE,
    AREA,
    SCAN
  }

  /** What was drawn over a glyph after it had been drawn. */
  Cover cover(int drawn, GlyphSpot spot) {
    Node node = at(spot);
    for (; node != null && node.paint().sequence() > drawn; node = node.below()) {
      if (node.paint().isOpaque() && node.paint().contains(spot)) {
        return node.paint().cover();
      }
    }
    return base != null && base.sequence() > drawn ? base.cover() : Cover.NONE;
  }

  private @Nullable Node at(GlyphSpot spot) {
    return cells == null ? null : cells[row(spot.lowY()) * columns + column(spot.lowX())];
  }

  /** Share of the page that images cover; overlapping images count twice. */
  double imageShare() {
    return imageArea;
  }

  /** Share of the page that is filled with other colours than white. */
  double fillShare() {
    return fillArea;
  }

  /** Number of segments of filled shapes that are no rectangles, e.g. text drawn as outlines. */
  long curves() {
    return curves;
  }
}
