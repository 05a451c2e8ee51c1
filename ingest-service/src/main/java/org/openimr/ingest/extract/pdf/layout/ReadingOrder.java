package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings the glyphs of a page into reading order.
 *
 * <p>The drawing order is kept where it runs from top to bottom, because it is the reading order of
 * tables too. Elsewhere, blocks that stand above each other are sorted, and text that was added
 * later to a block is put into the lines where it stands.
 */
final class ReadingOrder {
  private ReadingOrder() {}

  /**
   * Orders runs given in drawing order into blocks of glyphs; lines do not continue from one block
   * to the next.
   */
  static List<List<Glyph>> blocks(List<GlyphRun> runs) {
    List<List<GlyphRun>> parts = ColumnSplitter.split(runs);
    List<List<Glyph>> blocks = new ArrayList<>();
    for (List<GlyphRun> part : parts) {
      for (List<Sequence> cluster : clusters(sequences(part))) {
        blocks.addAll(blocksOf(cluster));
      }
    }
    return blocks;
  }

  /** Runs that were drawn from top to bottom, with their vertical range. */
  private record Sequence(List<GlyphRun> runs, float top, float bottom) {
    static Sequence of(List<GlyphRun> runs) {
      float top = Float.MAX_VALUE;
      float bottom = -Float.MAX_VALUE;
      for (GlyphRun run : runs) {
        if (!run.isBlank()) {
          top = Math.min(top, run.y() - 0.6f * run.size());
          bottom = Math.max(bottom, run.y());
        }
      }
      return new Sequence(runs, top, bottom);
    }
  }

  private static List<Sequence> sequences(List<GlyphRun> runs) {
    return DrawingOrder.sequences(runs).stream()
        .map(Sequence::of)
        .sorted(Comparator.comparingDouble(Sequence::top))
        .toList();
  }

  /** Groups the sequences whose vertical ranges overlap. */
  private static List<List<Sequence>> clusters(List<Sequence> sequences) {
    List<List<Sequence>> clusters = new ArrayList<>();
    float bottom = -Float.MAX_VALUE;
    for (Sequence sequence : sequences) {
      if (clusters.isEmpty() || sequence.top() >= bottom) {
        clusters.add(new ArrayList<>());
      }
      clusters.getLast().add(sequence);
      bottom = Math.max(bottom, sequence.bottom());
    }
    return clusters;
  }

  private static List<List<Glyph>> blocksOf(List<Sequence> cluster) {
    List<GlyphRun> runs = cluster.stream().flatMap(sequence -> sequence.runs().stream()).toList();
    if (cluster.size() > 1) {
      return PrintedLines.of(runs);
    }
    return List.of(runs.stream().flatMap(run -> run.glyphs().stream()).toList());
  }
}
