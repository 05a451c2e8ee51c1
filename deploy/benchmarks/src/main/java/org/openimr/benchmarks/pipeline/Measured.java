package org.openimr.benchmarks.pipeline;

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
import org.openimr.benchmarks.Machine;

/** What a run found: tables for people, JSON for programs, a plot. */
final class Measured {
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

  Measured(String name, String settings) {
    this.name = name;
    this.settings = settings;
    table(name, "");
  }

  /** Begins another table: what is added from now on goes there. */
  Measured table(String title, String... columns) {
    tables.add(new Table(title, List.of(columns)));
    return this;
  }

  /** Adds a row; text with its unit, as the table shows it, one for each column. */
  Measured add(String what, String... figures) {
    tables.getLast().rows().put(what, List.of(figures));
    return this;
  }

  void print(PrintWriter out) {
    out.println(Machine.described(settings));
    for (Table table : tables) {
      if (!table.rows().isEmpty()) {
        table.print(out);
        out.println();
      }
    }
    out.flush();
  }

  /** Writes {@code <name>.json} and {@code <name>.svg}. */
  void write(Path folder, List<Panel> panels) throws IOException {
    writeJson(folder, panels);
    Files.writeString(folder.resolve(name + ".svg"), Plot.svg("imr bench " + name, panels, 1));
  }

  /** Writes {@code <name>.json}. */
  void writeJson(Path folder, List<Panel> panels) throws IOException {
    Files.createDirectories(folder);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("benchmark", name);
    whole.put("machine", Machine.described(settings).lines().toList());
    whole.put("tables", tables.stream().filter(table -> !table.rows().isEmpty()).toList());
    whole.put("panels", panels);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve(name + ".json").toFile(), whole);
  }

  /** A figure in the way of all tables: {@code 1,234.5}. */
  static String figure(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** Bytes as MiB. */
  static String mib(long bytes) {
    return figure("%,.0f MiB", bytes / MIB);
  }
}
