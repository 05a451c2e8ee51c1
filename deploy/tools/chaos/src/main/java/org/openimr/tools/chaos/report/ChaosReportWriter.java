package org.openimr.tools.chaos.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openimr.tools.chaos.load.ChaosConfig;
import org.openimr.tools.chaos.verify.Violation;

/** Writes a report as Markdown and JSON. */
public final class ChaosReportWriter {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(Duration.class, ToStringSerializer.instance))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ChaosReportWriter() {}

  /** Writes {@code NAME.md} and {@code NAME.json}, and returns the Markdown file. */
  public static Path write(Path directory, String name, ChaosReport report) throws IOException {
    Files.createDirectories(directory);
    JSON.writeValue(directory.resolve(name + ".json").toFile(), report);
    return Files.write(directory.resolve(name + ".md"), markdown(report));
  }

  private static List<String> markdown(ChaosReport report) {
    List<String> lines = new ArrayList<>();
    ChaosConfig config = report.plan();
    lines.add(
        "# %s, %s".formatted(config.damaged() ? "Damaged letters" : "Chaos run", report.date()));
    lines.add("");
    lines.add("- Machine: " + report.machine());
    lines.add("- Versions: " + report.versions());
    lines.add(
        "- Configuration: %,d letters, %d kills, seed %d"
            .formatted(config.letters(), config.kills(), config.seed()));
    lines.add("");
    lines.add("```");
    lines.addAll(report.table());
    lines.add("```");
    violations(report, lines);
    memory(report, lines);
    kills(report, lines);
    return lines;
  }

  private static void violations(ChaosReport report, List<String> lines) {
    report
        .endedByThemselves()
        .forEach(process -> lines.add("\nExited without being killed: " + process));
    if (!report.verdict().named().isEmpty()) {
      lines.addAll(List.of("", "| violation | case | description |", "| --- | --- | --- |"));
      for (Violation violation : report.verdict().named()) {
        lines.add(
            "| %s | %s | %s |".formatted(violation.kind(), violation.caseKey(), violation.what()));
      }
    }
  }

  private static void memory(ChaosReport report, List<String> lines) {
    lines.addAll(
        List.of(
            "",
            "| process | heap limit MB | resident limit MB | peak resident MB |",
            "| --- | --- | --- | --- |"));
    for (ChaosReport.ProcessMemory usage : report.memory()) {
      lines.add(
          "| %s | %d | %d | %d |"
              .formatted(
                  usage.process(),
                  usage.heapLimitMegabytes(),
                  usage.residentLimitMegabytes(),
                  usage.peakMegabytes()));
    }
  }

  private static void kills(ChaosReport report, List<String> lines) {
    if (report.kills().isEmpty()) {
      return;
    }
    lines.addAll(
        List.of(
            "",
            "| kill | process | at s | letters sent | recovered after s |",
            "| --- | --- | --- | --- | --- |"));
    for (KillEvent kill : report.kills()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %d | %s | %.1f | %,d | %s |",
              kill.number(),
              kill.process(),
              kill.second(),
              kill.sent(),
              kill.recoverySeconds() < 0
                  ? "killed before recovery"
                  : String.format(Locale.ROOT, "%.1f", kill.recoverySeconds())));
    }
  }
}
