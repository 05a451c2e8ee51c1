package org.openimr.tools.chaos.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Recovery times of the enrich service with many cases in its store.
 *
 * @param fillSeconds time to write the changelog
 * @param steps each start or kill and its recovery time
 * @param firstRevisions letters of known cases published as a first revision, because the store was
 *     incomplete; must be 0
 * @param laterRevisions letters of known cases published as a later revision
 */
public record RestartReport(
    Instant date,
    HostInfo machine,
    int cases,
    double fillSeconds,
    List<RestartStep> steps,
    long firstRevisions,
    long laterRevisions) {
  /** Maximum recovery time after a kill. */
  public static final double LIMIT_SECONDS = 30;

  /**
   * A start or a kill.
   *
   * @param title description
   * @param firstSeconds time until the first letter was processed
   * @param seconds time until letters of all partitions were processed
   * @param logLine line that the service logged about it
   * @param isLimited whether {@link #LIMIT_SECONDS} applies
   */
  public record RestartStep(
      String title, double firstSeconds, double seconds, String logLine, boolean isLimited) {
    boolean inTime() {
      return !isLimited || seconds < LIMIT_SECONDS;
    }
  }

  /** Whether all limits are met. */
  public boolean passed() {
    return steps.stream().allMatch(RestartStep::inTime)
        && firstRevisions == 0
        && laterRevisions > 0;
  }

  /** Summary lines for the console. */
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
              step.title(),
              step.firstSeconds(),
              step.seconds(),
              step.inTime() ? "" : "  TOO LATE"));
      lines.add("      log: " + step.logLine());
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "  letters of known cases: %,d as a later revision, %,d as a first revision",
            laterRevisions,
            firstRevisions));
    lines.add(passed() ? "PASSED" : "FAILED");
    return lines;
  }

  /** Writes {@code restart.md} and returns it. */
  public Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    List<String> lines = new ArrayList<>();
    lines.add("# Restart with %,d cases, %s".formatted(cases, date));
    lines.add("");
    lines.add("- Machine: " + machine);
    lines.add("");
    lines.add("```");
    lines.addAll(table());
    lines.add("```");
    return Files.write(directory.resolve("restart.md"), lines);
  }
}
