package org.openimr.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openimr.benchmarks.Machine;

/** What a run found: a table for people, JSON for programs, a plot. */
final class Measured {
  private final String name;
  private final String settings;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  Measured(String name, String settings) {
    this.name = name;
    this.settings = settings;
  }

  /** Adds a figure; text with its unit, as the table shows it. */
  Measured add(String what, String figure) {
    figures.put(what, figure);
    return this;
  }

  void print(PrintWriter out) {
    out.println(Machine.described(settings));
    out.println("| " + name + " | |");
    out.println("| --- | ---: |");
    figures.forEach((what, figure) -> out.println("| " + what + " | " + figure + " |"));
    out.flush();
  }

  /** Writes {@code <name>.json} and {@code <name>.svg}. */
  void write(Path folder, List<Plot.Panel> panels) throws IOException {
    Files.createDirectories(folder);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("benchmark", name);
    whole.put("machine", Machine.described(settings).lines().toList());
    whole.put("figures", figures);
    whole.put("overTime", panels);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve(name + ".json").toFile(), whole);
    Files.writeString(folder.resolve(name + ".svg"), Plot.svg("imr bench " + name, panels));
  }
}
