package org.openimr.cli.guidelines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.openimr.cli.console.TerminalText;
import org.openimr.parser.citation.model.Guideline;

/** Formats guidelines as a table. */
public final class GuidelineTableFormatter {
  private static final List<String> HEADING =
      List.of("ID", "EDITION", "IN FORCE", "REGULATION", "TOPICS", "TITLE");

  private GuidelineTableFormatter() {}

  /** A heading and one line per guideline, ordered by authority and id. */
  public static List<String> lines(Collection<Guideline> guidelines) {
    List<List<String>> rows = new ArrayList<>(List.of(HEADING));
    guidelines.stream()
        .sorted(Comparator.comparing(Guideline::authority).thenComparing(Guideline::id))
        .map(GuidelineTableFormatter::cells)
        .forEach(rows::add);
    return aligned(rows);
  }

  private static List<String> cells(Guideline guideline) {
    return List.of(
        guideline.id(),
        guideline.edition().orElse("-"),
        GuidelinePeriodFormatter.of(guideline),
        guideline.regulation().orElse("-"),
        Integer.toString(guideline.topics().size()),
        guideline.title());
  }

  /** Aligns columns to their widest cell, separated by two spaces. */
  static List<String> aligned(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] =
            Math.max(widths[column], TerminalText.singleLine(row.get(column)).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = TerminalText.singleLine(row.get(column));
      line.append(cell).repeat(' ', widths[column] - cell.length() + 2);
    }
    return line.toString().stripTrailing();
  }
}
