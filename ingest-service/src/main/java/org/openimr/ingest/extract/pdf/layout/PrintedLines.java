package org.openimr.ingest.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Orders text by its position alone: lines from top to bottom, words from left to right. */
final class PrintedLines {
  /** Part of the font size by which baselines of one line differ. */
  private static final float MAX_SHIFT = 0.4f;

  /** Part of a text that the other words of its line may cover. */
  private static final float MAX_COVERED = 0.5f;

  private final List<List<Glyph>> lines = new ArrayList<>();

  private PrintedLines() {}

  /** Returns the glyphs of each line. Text that was drawn across a line follows it. */
  static List<List<Glyph>> of(List<GlyphRun> runs) {
    PrintedLines printed = new PrintedLines();
    for (List<GlyphRun> band : bands(runs)) {
      printed.add(band);
    }
    return printed.lines;
  }

  /** Groups the runs that stand on the same baseline, from top to bottom. */
  static List<List<GlyphRun>> bands(List<GlyphRun> runs) {
    List<GlyphRun> sorted =
        runs.stream()
            .filter(run -> !run.isBlank())
            .sorted(Comparator.comparingDouble(GlyphRun::y))
            .toList();
    List<List<GlyphRun>> bands = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || !isOneLine(sorted.get(start), sorted.get(i))) {
        bands.add(sorted.subList(start, i));
        start = i;
      }
    }
    return bands;
  }

  private static boolean isOneLine(GlyphRun first, GlyphRun run) {
    return run.y() - first.y() <= MAX_SHIFT * Math.max(first.size(), run.size());
  }

  private void add(List<GlyphRun> band) {
    TreeMap<Float, List<Glyph>> words = new TreeMap<>();
    List<List<Glyph>> line = new ArrayList<>();
    List<List<Glyph>> across = new ArrayList<>();
    for (GlyphRun run : band) {
      List<List<Glyph>> runWords = words(run);
      if (isFree(words, runWords)) {
        runWords.forEach(word -> words.put(word.getFirst().x(), word));
        line.addAll(runWords);
      } else {
        across.add(run.glyphs());
      }
    }
    line.sort(Comparator.comparingDouble(word -> word.getFirst().x()));
    lines.add(withBlanks(line));
    lines.addAll(across);
  }

  /** Puts a blank between words, because words that were moved may touch each other. */
  private static List<Glyph> withBlanks(List<List<Glyph>> words) {
    List<Glyph> line = new ArrayList<>();
    for (List<Glyph> word : words) {
      if (!line.isEmpty()) {
        Glyph last = line.getLast();
        line.add(last.blankAfter(Math.max(0, word.getFirst().x() - last.end())));
      }
      line.addAll(word);
    }
    return line;
  }

  /** The parts of a run between its blanks, so that text printed on the blanks is put there. */
  private static List<List<Glyph>> words(GlyphRun run) {
    List<List<Glyph>> words = new ArrayList<>();
    int start = 0;
    List<Glyph> glyphs = run.glyphs();
    for (int i = 0; i <= glyphs.size(); i++) {
      if (i == glyphs.size() || glyphs.get(i).isBlank()) {
        if (i > start) {
          words.add(glyphs.subList(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** Whether most of the width of the words is not covered by others. */
  private static boolean isFree(NavigableMap<Float, List<Glyph>> line, List<List<Glyph>> words) {
    float width = 0;
    float covered = 0;
    for (List<Glyph> word : words) {
      float left = word.getFirst().x();
      float right = word.getLast().end();
      width += right - left;
      covered += line.containsKey(left) ? right - left : covered(line, left, right);
    }
    return covered <= MAX_COVERED * width;
  }

  private static float covered(NavigableMap<Float, List<Glyph>> line, float left, float right) {
    Map.Entry<Float, List<Glyph>> before = line.floorEntry(left);
    float covered =
        before == null ? 0 : Math.max(0, Math.min(right, before.getValue().getLast().end()) - left);
    for (List<Glyph> word : line.subMap(left, false, right, false).values()) {
      if (covered > right - left) {
        break;
      }
      covered += Math.min(right, word.getLast().end()) - word.getFirst().x();
    }
    return covered;
  }
}
