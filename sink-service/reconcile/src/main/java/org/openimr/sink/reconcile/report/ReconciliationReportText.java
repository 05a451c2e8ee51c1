package org.openimr.sink.reconcile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openimr.sink.reconcile.report.ReconciliationReport.EventTotals;
import org.openimr.sink.reconcile.report.ReconciliationReport.LetterTotals;
import org.openimr.sink.reconcile.report.ReconciliationReport.SinkCounts;

/** Formats a report as text for a terminal. */
public final class ReconciliationReportText {
  private ReconciliationReportText() {}

  /**
   * The lines of a report.
   *
   * @param maxDifferences maximum number of differences to list, from 0; a line counts the others
   */
  public static List<String> lines(ReconciliationReport report, int maxDifferences) {
    List<String> lines = new ArrayList<>();
    letters(lines, report.letters());
    events(lines, report.events());
    for (SinkCounts sink : report.sinks()) {
      lines.add("");
      String note = sink.isBehind() ? "has unread events" : "";
      sink.cases().ifPresent(cases -> row(lines, sink.name() + ": cases", cases, note));
      sink.items().ifPresent(items -> row(lines, sink.name() + ": items", items, note));
      if (sink.cases().isEmpty()) {
        lines.add("%s: %s".formatted(sink.name(), note.isEmpty() ? "has read all events" : note));
      }
    }
    lines.add("");
    report.differences().stream()
        .limit(maxDifferences)
        .map(ReconciliationReportText::difference)
        .forEach(lines::add);
    if (report.differences().size() > maxDifferences) {
      lines.add("  and %,d more".formatted(report.differences().size() - maxDifferences));
    }
    lines.add(summary(report));
    return lines;
  }

  private static void letters(List<String> lines, LetterTotals letters) {
    row(lines, "raw letters", letters.taken() + letters.pendingRaw(), "");
    if (letters.additional() > 0) {
      row(lines, "additional letters", letters.additional(), "in documents with several letters");
    }
    row(lines, "  in flight", letters.pendingRaw() + letters.pending(), "");
    row(lines, "  determinations", letters.determinations(), "all revisions");
    row(lines, "  duplicates", letters.duplicates(), "");
    row(
        lines,
        "  dead letters",
        letters.deadAtIngest() + letters.deadAtEnrich(),
        "%,d at ingest, %,d at enrich".formatted(letters.deadAtIngest(), letters.deadAtEnrich()));
    if (letters.redelivered() > 0) {
      row(
          lines,
          "redelivered",
          letters.redelivered(),
          "%,d as a new revision; not counted above".formatted(letters.redeliveredAsRevision()));
    }
    if (letters.skippedOffsets() > 0) {
      row(lines, "raw offsets without a letter", letters.skippedOffsets(), "");
    }
  }

  private static void events(List<String> lines, EventTotals events) {
    lines.add("");
    row(lines, "items by case headers", events.itemsDecided(), "all revisions");
    row(lines, "item decisions", events.itemEvents(), "all revisions");
    row(lines, "cases now", events.cases(), "");
    row(lines, "items now", events.items(), "%,d withdrawn".formatted(events.tombstones()));
  }

  private static void row(List<String> lines, String name, long count, String note) {
    lines.add("%-28s %,12d  %s".formatted(name, count, note).stripTrailing());
  }

  private static String difference(Discrepancy difference) {
    return "  %s: %s%s: found %,d, expected %,d"
        .formatted(
            difference.check(),
            difference.key().map(key -> key + ": ").orElse(""),
            difference.message(),
            difference.found(),
            difference.expected());
  }

  private static String summary(ReconciliationReport report) {
    String cost =
        String.format(
            Locale.ROOT,
            "%,d ms, %,d bytes read%s",
            report.duration().toMillis(),
            report.bytesRead(),
            report.deep() ? ", by key" : ", by counts");
    if (!report.isEqual()) {
      return "%,d differences (%s)".formatted(report.difference(), cost);
    }
    return (report.isInFlight()
            ? "no differences, some letters or events in flight"
            : "no differences")
        + " ("
        + cost
        + ")";
  }
}
