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

/** What a run found: tables for people, JSON for programs, a plot. */
public final class BenchmarkReport {
  private static final double MIB = 1024 * 1024;

  private final String name;
  private final String settings;
  private final List<Table> tables = new ArrayList<>();

  /**
   * A table.
   *
   * @param columns what its figures are; the first table needs none
   * @param rows what was measured, and a figure for each column
   */
  private record Table(String title, List<String> columns, Map<String, List<String>> rows) {
    Table(String title, List<String> columns) {
      this(title, columns, new LinkedHashMap<>());
    }

    void print(PrintWriter out) {
      out.println("| " + title + " | " + String.join(" | ", columns) + " |");
      out.println("| --- |" + " ---: |".repeat(columns.size()));
      rows.forEach(
          (what, figures) -> out.println("| " + what + " | " + String.join(" | ", figures) + " |"));
    }
  }

  public BenchmarkReport(String name, String settings) {
    this.name = name;
    this.settings = settings;
    table(name, "");
  }

  /** Begins another table: what is added from now on goes there. */
  public BenchmarkReport table(String title, String... columns) {
    tables.add(new Table(title, List.of(columns)));
    return this;
  }

  /** Adds a row; text with its unit, as the table shows it, one for each column. */
  public BenchmarkReport addRow(String what, String... figures) {
    tables.getLast().rows().put(what, List.of(figures));
    return this;
  }

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
  public void write(Path folder, List<PlotPanel> panels) throws IOException {
    writeJson(folder, panels);
    Files.writeString(folder.resolve(name + ".svg"), SvgPlot.svg("imr bench " + name, panels, 1));
  }

  /** Writes {@code <name>.json}. */
  public void writeJson(Path folder, List<PlotPanel> panels) throws IOException {
    Files.createDirectories(folder);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("benchmark", name);
    whole.put("machine", BenchmarkHost.describe(settings).lines().toList());
    whole.put("tables", tables.stream().filter(table -> !table.rows().isEmpty()).toList());
    whole.put("panels", panels);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve(name + ".json").toFile(), whole);
  }

  /** A figure in the way of all tables: {@code 1,234.5}. */
  public static String format(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** Bytes as MiB. */
  public static String formatMib(long bytes) {
    return format("%,.0f MiB", bytes / MIB);
  }
}
