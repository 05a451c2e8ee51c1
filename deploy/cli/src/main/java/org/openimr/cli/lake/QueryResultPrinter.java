package org.openimr.cli.lake;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openimr.cli.console.Console;

/** Prints the rows of a query as a table or as CSV (RFC 4180). */
final class QueryResultPrinter {
  private static final int MAX_ALIGNED_ROWS = 2000;
  private static final int MAX_COLUMN_WIDTH = 60;

  private final Console console;
  private final Format format;

  /** Output formats. */
  enum Format {
    TABLE,
    CSV
  }

  QueryResultPrinter(Console console, Format format) {
    this.console = console;
    this.format = format;
  }

  void print(ResultSet rows) throws SQLException {
    switch (format) {
      case TABLE -> table(rows);
      case CSV -> csv(rows);
    }
  }

  private void csv(ResultSet rows) throws SQLException {
    console.line(csv(names(rows)));
    while (rows.next() && !console.isClosed()) {
      console.line(csv(cells(rows)));
    }
  }

  private static String csv(List<String> cells) {
    return String.join(",", cells.stream().map(QueryResultPrinter::quoted).toList());
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /** The first rows determine the column widths. */
  private void table(ResultSet rows) throws SQLException {
    List<List<String>> first = new ArrayList<>();
    first.add(names(rows));
    while (first.size() <= MAX_ALIGNED_ROWS && rows.next()) {
      first.add(cells(rows));
    }
    List<Integer> widths = widths(first);
    long count = first.size() - 1L;
    first.forEach(row -> console.line(aligned(row, widths)));
    while (rows.next() && !console.isClosed()) {
      console.line(aligned(cells(rows), widths));
      count++;
    }
    console.note(count == 1 ? "1 row" : "%,d rows".formatted(count));
  }

  private static List<Integer> widths(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>(Collections.nCopies(rows.getFirst().size(), 0));
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths.set(i, Math.min(MAX_COLUMN_WIDTH, Math.max(widths.get(i), row.get(i).length())));
      }
    }
    return widths;
  }

  private static String aligned(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i).replace('\n', ' ');
      line.append(cell);
      if (i < row.size() - 1) {
        line.repeat(' ', Math.max(0, widths.get(i) - cell.length()) + 2);
      }
    }
    return line.toString();
  }

  private static List<String> names(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    return names;
  }

  private static List<String> cells(ResultSet rows) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      String cell = rows.getString(i);
      cells.add(cell == null ? "" : cell);
    }
    return cells;
  }
}
