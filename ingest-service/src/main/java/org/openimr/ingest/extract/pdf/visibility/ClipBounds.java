package org.openimr.ingest.extract.pdf.visibility;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/**
 * The bounding box of the current clipping path, computed again only when the path changes.
 *
 * <p>PDFBox keeps a list of paths to intersect, to which it only adds, so a list continues another
 * one if it has the same path at its end.
 */
final class ClipBounds {
  private Path2D last = new Path2D.Double();
  private int count;
  private Rectangle2D bounds = new Rectangle2D.Double();

  /** Returns the area outside of which nothing is visible. Must not be modified. */
  Rectangle2D of(PDGraphicsState state) {
    List<Path2D> paths = state.getCurrentClippingPaths();
    if (paths.isEmpty()) {
      return new Rectangle2D.Double();
    }
    boolean isContinued = count > 0 && paths.size() >= count && paths.get(count - 1).equals(last);
    if (!isContinued) {
      bounds = paths.getFirst().getBounds2D();
    }
    for (int i = isContinued ? count : 1; i < paths.size(); i++) {
      bounds = bounds.createIntersection(paths.get(i).getBounds2D());
    }
    count = paths.size();
    last = paths.getLast();
    return bounds;
  }
}
