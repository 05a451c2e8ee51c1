package org.openimr.ingest.extract.pdf.visibility;

import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.util.Matrix;

/** The operators that build, fill and clip paths, which PDFBox's text extraction ignores. */
final class PathOperators {
  private final PDFStreamEngine engine;
  private final Painter painter;
  private GeneralPath path = new GeneralPath();
  private int segments;

  /** The rectangles of the path, as long as it consists of upright rectangles only. */
  private final List<Rectangle2D> rectangles = new ArrayList<>();

  private boolean isRectangles = true;
  private boolean isClip;

  private PathOperators(PDFStreamEngine engine, Painter painter) {
    this.engine = engine;
    this.painter = painter;
  }

  /** Receives filled paths in the coordinates of the page. */
  interface Painter {
    void fill(List<Rectangle2D> rectangles);

    void fill(Path2D path, int segments);
  }

  static void addTo(PDFStreamEngine engine, Painter painter) {
    PathOperators paths = new PathOperators(engine, painter);
    paths.addBuilders();
    for (String name : List.of("f", "F", "f*", "B", "B*", "b", "b*")) {
      SimpleOperator.add(engine, name, operands -> paths.paint(true));
    }
    for (String name : List.of("S", "s", "n")) {
      SimpleOperator.add(engine, name, operands -> paths.paint(false));
    }
    for (String name : List.of("W", "W*")) {
      SimpleOperator.add(engine, name, operands -> paths.isClip = true);
    }
  }

  private void addBuilders() {
    SimpleOperator.add(engine, "m", operands -> move(SimpleOperator.numbers(operands, 2)));
    SimpleOperator.add(engine, "l", operands -> line(SimpleOperator.numbers(operands, 2)));
    SimpleOperator.add(engine, "c", operands -> curve(SimpleOperator.numbers(operands, 6)));
    SimpleOperator.add(engine, "v", operands -> curve(SimpleOperator.numbers(operands, 4)));
    SimpleOperator.add(engine, "y", operands -> curve(SimpleOperator.numbers(operands, 4)));
    SimpleOperator.add(engine, "re", operands -> rectangle(SimpleOperator.numbers(operands, 4)));
    SimpleOperator.add(engine, "h", operands -> close());
  }

  private void move(float[] to) {
    if (to.length > 0) {
      Point2D.Float point = engine.transformedPoint(to[0], to[1]);
      path.moveTo(point.x, point.y);
    }
  }

  private void line(float[] to) {
    if (to.length > 0) {
      Point2D.Float point = engine.transformedPoint(to[0], to[1]);
      addPoint(point);
    }
  }

  /** A curve is approximated by its control points, which enclose it. */
  private void curve(float[] points) {
    for (int i = 0; i + 1 < points.length; i += 2) {
      addPoint(engine.transformedPoint(points[i], points[i + 1]));
    }
  }

  private void addPoint(Point2D.Float point) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(point.x, point.y);
    } else {
      path.lineTo(point.x, point.y);
    }
    isRectangles = false;
    segments++;
  }

  private void rectangle(float[] r) {
    if (r.length == 0) {
      return;
    }
    Point2D.Float corner = engine.transformedPoint(r[0], r[1]);
    Point2D.Float opposite = engine.transformedPoint(r[0] + r[2], r[1] + r[3]);
    Matrix matrix = engine.getGraphicsState().getCurrentTransformationMatrix();
    Point2D.Float second = engine.transformedPoint(r[0] + r[2], r[1]);
    Point2D.Float fourth = engine.transformedPoint(r[0], r[1] + r[3]);
    path.moveTo(corner.x, corner.y);
    path.lineTo(second.x, second.y);
    path.lineTo(opposite.x, opposite.y);
    path.lineTo(fourth.x, fourth.y);
    path.closePath();
    segments += 4;
    isRectangles = isRectangles && isUpright(matrix);
    Rectangle2D.Float bounds = new Rectangle2D.Float(corner.x, corner.y, 0, 0);
    bounds.add(opposite);
    rectangles.add(bounds);
  }

  private static boolean isUpright(Matrix matrix) {
    return (matrix.getShearX() == 0 && matrix.getShearY() == 0)
        || (matrix.getScaleX() == 0 && matrix.getScaleY() == 0);
  }

  private void close() {
    if (path.getCurrentPoint() != null) {
      path.closePath();
    }
  }

  private void paint(boolean isFilled) {
    if (isFilled && segments > 0) {
      if (isRectangles) {
        painter.fill(List.copyOf(rectangles));
      } else {
        painter.fill(path, segments);
      }
    }
    if (isClip && segments > 0) {
      engine.getGraphicsState().intersectClippingPath(path);
    }
    path = new GeneralPath();
    segments = 0;
    rectangles.clear();
    isRectangles = true;
    isClip = false;
  }
}
