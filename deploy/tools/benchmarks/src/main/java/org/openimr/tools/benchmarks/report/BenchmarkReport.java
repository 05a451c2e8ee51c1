package org.openimr.tools.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Report of a run: tables, JSON and a plot. */
public final class BenchmarkReport {
  private static final double MIB = 1024 * 1024;

  private final String name;
  private final String settings;
  private final List<Table> tables = new ArrayList<>();

  /**
   * A table.
   *
   * @param columns what its figures are; the first table needs none
   * @param rows what was report, and a figure for each column
   */
  private record Table(String title, List<String> columns, Map<String, List<String>> rows) {
    Table(String title, List<String> columns) {
      this(title, columns, new LinkedHashMap<>());
    }

    void print(PrintWriter out) {
      out.println("| " + title + " | " + String.join(" | ", columns) + " |");
      out.println("| --- |" + " ---: |".repeat(columns.size()));
      rows.forEach(
          (name, values) -> out.println("| " + name + " | " + String.join(" | ", values) + " |"));
    }
  }

  public BenchmarkReport(String name, String settings) {
    this.name = name;
    this.settings = settings;
    table(name, "");
  }

  /** Starts another table, to which later rows are added. */
  public BenchmarkReport table(String title, String... columns) {
    tables.add(new Table(title, List.of(columns)));
    return this;
  }

  /** Adds a row with one formatted value per column. */
  public BenchmarkReport addRow(String name, String... values) {
    tables.getLast().rows().put(name, List.of(values));
    return this;
  }

  /** Prints the machine and all tables. */
  public void print(PrintWriter out) {
    out.println(BenchmarkHost.describe(settings));
    for (Table table : tables) {
      if (!table.rows().isEmpty()) {
        table.print(out);
        out.println();
      }
    }
    out.flush();
  }

  /** Writes {@code <name>.json} and {@code <name>.svg}. */
  public void write(Path directory, List<PlotPanel> panels) throws IOException {
    writeJson(directory, panels);
    Files.writeString(
        directory.resolve(name + ".svg"), SvgPlot.svg("imr bench " + name, panels, 1));
  }

  /** Writes {@code <name>.json}. */
  public void writeJson(Path directory, List<PlotPanel> panels) throws IOException {
    Files.createDirectories(directory);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("benchmark", name);
    whole.put("machine", BenchmarkHost.describe(settings).lines().toList());
    whole.put("tables", tables.stream().filter(table -> !table.rows().isEmpty()).toList());
    whole.put("panels", panels);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(directory.resolve(name + ".json").toFile(), whole);
  }

  /** Formats a value independently of the locale. */
  public static String format(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** Formats bytes as MiB. */
  public static String formatMib(long bytes) {
    return format("%,.0f MiB", bytes / MIB);
  }
}
