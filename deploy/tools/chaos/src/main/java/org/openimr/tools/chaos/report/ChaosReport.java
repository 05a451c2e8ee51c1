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
 * What a run found, for people and programs.
 *
 * @param sendSeconds from the first letter to the last
 * @param throughSeconds from the first letter sent to the last that came out
 * @param refused letters that the broker did not take
 * @param endedByThemselves processes that nobody killed, which have to be none
 * @param memory of each process
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
   * @param heapLimitMegabytes what the heap can't pass
   * @param residentLimitMegabytes what fails the run
   * @param peakMegabytes most that was resident; -1 where the system doesn't tell
   */
  public record ProcessMemory(
      String process, long heapLimitMegabytes, long residentLimitMegabytes, long peakMegabytes) {
    boolean withinLimit() {
      return peakMegabytes <= residentLimitMegabytes;
    }
  }

  /** Whether all bars hold. */
  public boolean passed() {
    return verdict.passed()
        && refused == 0
        && endedByThemselves.isEmpty()
        && memory.stream().allMatch(ProcessMemory::withinLimit);
  }

  /** The table for the end of a run. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    row(lines, "letters sent", verdict.sent(), perSecond(sendSeconds));
    row(lines, "on the raw topic", verdict.raw(), doubledBySender());
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
            "%s; all through after %.0f s, compared in %.0f s",
            passed() ? "all as it has to be" : "NOT as it has to be",
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
        "in %.0f s, %.0f a second",
        seconds,
        verdict.sent() / Math.max(seconds, 0.001));
  }

  private String doubledBySender() {
    long more = verdict.raw() - verdict.sent();
    return more <= 0 ? "" : more + " doubled by the producer's retries, to be duplicates";
  }

  private String revisions() {
    return String.format(
        Locale.ROOT,
        "%,d cases, %,d later revisions, %,d items, %,d items gone",
        verdict.cases(),
        verdict.revisions(),
        verdict.items(),
        verdict.tombstones());
  }

  private String duplicates() {
    return verdict.duplicatesExpected() < 0
        ? "by the ledger"
        : String.format(
            Locale.ROOT, "by the ledger; by the truth %,d", verdict.duplicatesExpected());
  }

  private String codes() {
    return verdict.deadLetters().entrySet().stream()
        .map(code -> String.format(Locale.ROOT, "%s %,d", code.getKey(), code.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String recovery() {
    List<Double> known =
        kills.stream()
            .map(KillEvent::recoverySeconds)
            .filter(seconds -> seconds >= 0)
            .sorted()
            .toList();
    return known.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "at work again after %.1f s in the middle, %.1f s at most",
            known.get(known.size() / 2),
            known.getLast());
  }
}
