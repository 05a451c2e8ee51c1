package org.openimr.tools.chaos.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openimr.tools.chaos.load.ChaosConfig;
import org.openimr.tools.chaos.verify.VerificationResult;
import org.openimr.tools.chaos.verify.Violation;

/**
 * Report of a run, as text and as JSON.
 *
 * @param sendSeconds from the first letter sent to the last
 * @param throughSeconds from the first letter sent to the last one processed
 * @param refused letters that the broker rejected; must be 0
 * @param endedByThemselves processes that exited without being killed; must be empty
 * @param memory memory of each process
 */
public record ChaosReport(
    Instant date,
    HostInfo machine,
    Map<String, String> versions,
    ChaosConfig plan,
    double sendSeconds,
    double throughSeconds,
    int refused,
    List<KillEvent> kills,
    List<String> endedByThemselves,
    List<ProcessMemory> memory,
    VerificationResult verdict) {

  /**
   * Memory of a process.
   *
   * @param heapLimitMegabytes maximum heap
   * @param residentLimitMegabytes maximum resident memory; exceeding it fails the run
   * @param peakMegabytes peak resident memory; -1 if not available
   */
  public record ProcessMemory(
      String process, long heapLimitMegabytes, long residentLimitMegabytes, long peakMegabytes) {
    boolean withinLimit() {
      return peakMegabytes <= residentLimitMegabytes;
    }
  }

  /** Whether all criteria are met. */
  public boolean passed() {
    return verdict.passed()
        && refused == 0
        && endedByThemselves.isEmpty()
        && memory.stream().allMatch(ProcessMemory::withinLimit);
  }

  /** Summary lines for the console. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    row(lines, "letters sent", verdict.sent(), perSecond(sendSeconds));
    row(lines, "on the raw topic", verdict.raw(), duplicatedBySender());
    row(lines, "determinations", verdict.determinations(), revisions());
    row(lines, "duplicates", verdict.duplicates(), duplicates());
    row(lines, "dead letters", verdict.dead(), codes());
    row(lines, "kills", kills.size(), recovery());
    for (Violation.Kind kind : Violation.Kind.values()) {
      row(lines, kind.name().toLowerCase(Locale.ROOT), verdict.count(kind), "");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%s; all letters processed after %.0f s, verified in %.0f s",
            passed() ? "PASSED" : "FAILED",
            throughSeconds,
            verdict.seconds()));
    return lines;
  }

  private static void row(List<String> lines, String name, long count, String more) {
    lines.add(String.format(Locale.ROOT, "  %-18s%,10d   %s", name, count, more).stripTrailing());
  }

  private String perSecond(double seconds) {
    return String.format(
        Locale.ROOT,
        "in %.0f s, %.0f per second",
        seconds,
        verdict.sent() / Math.max(seconds, 0.001));
  }

  private String duplicatedBySender() {
    long more = verdict.raw() - verdict.sent();
    return more <= 0 ? "" : more + " duplicated by producer retries, expected as duplicates";
  }

  private String revisions() {
    return String.format(
        Locale.ROOT,
        "%,d cases, %,d later revisions, %,d items, %,d items removed",
        verdict.cases(),
        verdict.revisions(),
        verdict.items(),
        verdict.tombstones());
  }

  private String duplicates() {
    return verdict.duplicatesExpected() < 0
        ? "counted by enrich"
        : String.format(
            Locale.ROOT, "counted by enrich; %,d expected", verdict.duplicatesExpected());
  }

  private String codes() {
    return verdict.deadLetters().entrySet().stream()
        .map(code -> String.format(Locale.ROOT, "%s %,d", code.getKey(), code.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String recovery() {
    List<Double> recoveries =
        kills.stream()
            .map(KillEvent::recoverySeconds)
            .filter(seconds -> seconds >= 0)
            .sorted()
            .toList();
    return recoveries.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "recovered after %.1f s (median), %.1f s (maximum)",
            recoveries.get(recoveries.size() / 2),
            recoveries.getLast());
  }
}
