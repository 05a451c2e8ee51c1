package org.openimr.tools.chaos.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How soon the enrich service is back at work with many cases in its store.
 *
 * @param fillSeconds to write the changelog
 * @param steps each start or kill and what came of it
 * @param firstRevisions letters of known cases that were published as if their case were new: the
 *     store was not whole; has to be 0
 * @param laterRevisions letters of known cases that were published as its next revision
 */
public record RestartReport(
    Instant date,
    HostInfo machine,
    int cases,
    double fillSeconds,
    List<RestartStep> steps,
    long firstRevisions,
    long laterRevisions) {
  /** What has to hold after a kill. */
  public static final double LIMIT_SECONDS = 30;

  /**
   * A start or a kill.
   *
   * @param firstSeconds until the first letter was processed
   * @param seconds until letters of all partitions were
   * @param said what the service logged about it
   * @param bar whether {@link #LIMIT_SECONDS} holds for it
   */
  public record RestartStep(
      String what, double firstSeconds, double seconds, String said, boolean bar) {
    boolean inTime() {
      return !bar || seconds < LIMIT_SECONDS;
    }
  }

  /** Whether the bar holds. */
  public boolean passed() {
    return steps.stream().allMatch(RestartStep::inTime)
        && firstRevisions == 0
        && laterRevisions > 0;
  }

  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "  %,d cases written to the changelog in %.1f s", cases, fillSeconds));
    for (RestartStep step : steps) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-34s first letter %5.1f s, all partitions %5.1f s%s",
              step.what(),
              step.firstSeconds(),
              step.seconds(),
              step.inTime() ? "" : "  TOO LATE"));
      lines.add("      it says: " + step.said());
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "  letters of known cases: %,d as their next revision, %,d as if the case were new",
            laterRevisions,
            firstRevisions));
    lines.add(passed() ? "back at work in time" : "NOT back at work in time");
    return lines;
  }

  /** Writes it as Markdown and returns the file. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> lines = new ArrayList<>();
    lines.add("# Restart with %,d cases, %s".formatted(cases, date));
    lines.add("");
    lines.add("- Machine: " + machine);
    lines.add("");
    lines.add("```");
    lines.addAll(table());
    lines.add("```");
    return Files.write(folder.resolve("restart.md"), lines);
  }
}
