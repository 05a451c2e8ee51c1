package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Detects two columns of running text.
 *
 * <p>A table is read row by row and a column to its end, so the two must not be confused. Columns
 * have at least {@value #MIN_LINES} lines side by side, most of which fill their column.
 */
final class ColumnSplitter {
  private static final int MIN_LINES = 6;
  private static final int MIN_LETTERS = 14;
  private static final int BUCKET = 4;
  private static final float FULL_LINE = 0.7f;
  private static final float FULL_LINES = 0.6f;

  private final List<GlyphRun> runs;
  private final List<List<GlyphRun>> bands;

  private ColumnSplitter(List<GlyphRun> runs) {
    this.runs = runs;
    this.bands = PrintedLines.bands(runs);
  }

  /** Returns the text above the columns, the columns, and the text below; one part if none. */
  static List<List<GlyphRun>> split(List<GlyphRun> runs) {
    ColumnSplitter splitter = new ColumnSplitter(runs);
    return splitter.gutter().map(splitter::split).orElseGet(() -> List.of(runs));
  }

  /** The left edge at which most lines go on after a gap. */
  private Optional<Float> gutter() {
    Map<Integer, Integer> votes = new HashMap<>();
    for (List<GlyphRun> band : bands) {
      if (band.size() > 1) {
        Set<Integer> edges = new HashSet<>();
        band.forEach(run -> edges.add(Math.round(run.left() / BUCKET)));
        edges.forEach(edge -> votes.merge(edge, 1, Integer::sum));
      }
    }
    float first = left(runs);
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() >= MIN_LINES && vote.getKey() * BUCKET > first + 72)
        .max(Map.Entry.comparingByValue())
        .map(vote -> vote.getKey() * BUCKET - BUCKET / 2f - 1);
  }

  private List<List<GlyphRun>> split(float gutter) {
    int from = bands.size();
    int to = -1;
    for (int i = 0; i < bands.size(); i++) {
      if (isTwoSided(bands.get(i), gutter)) {
        from = Math.min(from, i);
        to = i;
      }
    }
    if (to < 0 || !isRunningText(bands.subList(from, to + 1), gutter)) {
      return List.of(runs);
    }
    return parts(from, to, gutter);
  }

  private static boolean isTwoSided(List<GlyphRun> band, float gutter) {
    return band.stream().noneMatch(run -> crosses(run, gutter))
        && band.stream().anyMatch(run -> run.right() <= gutter)
        && band.stream().anyMatch(run -> run.left() >= gutter);
  }

  private static boolean crosses(GlyphRun run, float gutter) {
    return run.left() < gutter && run.right() > gutter;
  }

  private static boolean isRunningText(List<List<GlyphRun>> region, float gutter) {
    List<GlyphRun> all = region.stream().flatMap(List::stream).toList();
    return all.stream().noneMatch(run -> crosses(run, gutter))
        && isColumn(all.stream().filter(run -> run.right() <= gutter).toList())
        && isColumn(all.stream().filter(run -> run.left() >= gutter).toList());
  }

  private static boolean isColumn(List<GlyphRun> runs) {
    float left = left(runs);
    float right = (float) runs.stream().mapToDouble(GlyphRun::right).max().orElse(left);
    long full =
        runs.stream()
            .filter(run -> run.width() >= FULL_LINE * (right - left))
            .filter(run -> run.letters() >= MIN_LETTERS)
            .count();
    return runs.size() >= MIN_LINES && full >= FULL_LINES * runs.size();
  }

  private List<List<GlyphRun>> parts(int from, int to, float gutter) {
    Comparator<GlyphRun> byHeight = Comparator.comparingDouble(GlyphRun::y);
    float top = bands.get(from).stream().min(byHeight).orElseThrow().y();
    float bottom = bands.get(to).stream().max(byHeight).orElseThrow().y();
    List<List<GlyphRun>> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(new ArrayList<>());
    }
    for (GlyphRun run : runs) {
      int column = run.left() >= gutter ? 2 : 1;
      parts.get(run.y() < top ? 0 : run.y() > bottom ? 3 : column).add(run);
    }
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  private static float left(List<GlyphRun> runs) {
    return (float) runs.stream().mapToDouble(GlyphRun::left).min().orElse(0);
  }
}
