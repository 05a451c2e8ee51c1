package org.openimr.standalone.up;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Summary of the letters of a run.
 *
 * @param letters number of letters in the documents that were sent
 * @param tally results by kind
 * @param duplicates number of letters whose facts were already published
 * @param elapsed time from the first letter to the last result
 */
public record UpRunSummary(long letters, OutcomeTally tally, long duplicates, Duration elapsed) {

  /** Number of letters with a result. */
  public long processed() {
    return tally.determinations() + duplicates + tally.deadLetterTotal();
  }

  /** The summary as text. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s in %.1f s, %.1f letters/s",
            counted(letters, "letter"),
            seconds(),
            processed() / Math.max(seconds(), 0.001)));
    lines.add(row("determinations", tally.determinations(), items()));
    lines.add(row("duplicates", duplicates, ""));
    lines.add(row("dead letters", tally.deadLetterTotal(), reasons()));
    if (processed() < letters) {
      lines.add(row("pending", letters - processed(), ""));
    }
    return lines;
  }

  private double seconds() {
    return elapsed.toMillis() / 1000.0;
  }

  private String items() {
    return String.format(
        "%s: %d upheld, %d overturned",
        counted(tally.upheld() + tally.overturned(), "item"), tally.upheld(), tally.overturned());
  }

  private String reasons() {
    return tally.deadLetters().entrySet().stream()
        .map(reason -> reason.getKey() + " " + reason.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String row(String name, long count, String more) {
    return String.format("  %-15s%7d   %s", name, count, more).stripTrailing();
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
