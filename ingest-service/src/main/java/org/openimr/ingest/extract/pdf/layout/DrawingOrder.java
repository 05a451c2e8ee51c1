package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits the runs of a page where the drawing order is not the reading order.
 *
 * <p>A run breaks the order if it was drawn above text that was drawn before it in the same part of
 * the line width, or clearly above everything before. Cells of a table may be drawn in any order,
 * because they stand beside each other.
 */
final class DrawingOrder {
  private static final int BUCKETS = 64;
  private static final float TOLERANCE = 0.5f;
  private static final float CLEARLY_ABOVE = 1.5f;

  private final List<GlyphRun> runs;
  private final float left;
  private final float bucketWidth;
  private final float[] lowest = new float[BUCKETS];
  private float highest;

  private DrawingOrder(List<GlyphRun> runs) {
    this.runs = runs;
    float leftEnd = Float.MAX_VALUE;
    float rightEnd = -Float.MAX_VALUE;
    for (GlyphRun run : runs) {
      leftEnd = Math.min(leftEnd, run.left());
      rightEnd = Math.max(rightEnd, run.right());
    }
    this.left = leftEnd;
    this.bucketWidth = Math.max(1, (rightEnd - leftEnd) / BUCKETS);
  }

  /** Returns sequences of runs, each of which was drawn from top to bottom. */
  static List<List<GlyphRun>> sequences(List<GlyphRun> runs) {
    return new DrawingOrder(runs).split();
  }

  private List<List<GlyphRun>> split() {
    List<List<GlyphRun>> sequences = new ArrayList<>();
    int start = 0;
    startSequence();
    for (int i = 0; i < runs.size(); i++) {
      GlyphRun run = runs.get(i);
      if (run.isBlank()) {
        continue;
      }
      if (isAboveEarlierText(run)) {
        sequences.add(runs.subList(start, i));
        start = i;
        startSequence();
      }
      add(run);
    }
    sequences.add(runs.subList(start, runs.size()));
    return sequences;
  }

  private void startSequence() {
    Arrays.fill(lowest, -Float.MAX_VALUE);
    highest = Float.MAX_VALUE;
  }

  private boolean isAboveEarlierText(GlyphRun run) {
    if (run.y() < highest - CLEARLY_ABOVE * run.size() && highest < Float.MAX_VALUE) {
      return true;
    }
    float limit = run.y() + TOLERANCE * run.size();
    for (int i = first(run); i <= last(run); i++) {
      if (lowest[i] > limit) {
        return true;
      }
    }
    return false;
  }

  private void add(GlyphRun run) {
    highest = Math.min(highest, run.y());
    for (int i = first(run); i <= last(run); i++) {
      lowest[i] = Math.max(lowest[i], run.y());
    }
  }

  /** The first bucket whose centre is within a run. */
  private int first(GlyphRun run) {
    return Math.max(0, (int) Math.ceil((run.left() - left) / bucketWidth - 0.5f));
  }

  private int last(GlyphRun run) {
    int last = (int) Math.floor((run.right() - left) / bucketWidth - 0.5f);
    return Math.min(BUCKETS - 1, last);
  }
}
