package org.openimr.sink.reconcile.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Result of a reconciliation.
 *
 * @param time start of the reconciliation
 * @param duration duration of the last comparison
 * @param bytesRead bytes read from the broker
 * @param deep whether it compared by key, reading the topics themselves
 * @param letters counts of letters
 * @param events counts of published events
 * @param sinks counts of each configured sink
 * @param differences all differences; empty if there are none
 */
public record ReconciliationReport(
    Instant time,
    Duration duration,
    long bytesRead,
    boolean deep,
    LetterTotals letters,
    EventTotals events,
    List<SinkCounts> sinks,
    List<Discrepancy> differences) {

  /**
   * Counts of letters, each counted once however often it was read.
   *
   * @param taken raw letters that the ingest service has read
   * @param pendingRaw raw letters that it has not read yet
   * @param skippedOffsets offsets of the raw topic without a letter: control records, or letters
   *     deleted before they were read
   * @param forwarded raw letters that the ingest service forwarded with their text
   * @param additional letters forwarded in addition, from documents with several letters
   * @param pending forwarded letters that the enrich service has not read yet
   * @param determinations determinations published, all revisions
   * @param duplicates letters whose facts were published before
   * @param deadAtIngest dead letters of the ingest service
   * @param deadAtEnrich dead letters of the enrich service
   * @param redelivered letters read again because of a replay or a reset
   * @param redeliveredAsRevision redelivered letters published as a new revision
   */
  public record LetterTotals(
      long taken,
      long pendingRaw,
      long skippedOffsets,
      long forwarded,
      long additional,
      long pending,
      long determinations,
      long duplicates,
      long deadAtIngest,
      long deadAtEnrich,
      long redelivered,
      long redeliveredAsRevision) {}

  /**
   * Counts of published events.
   *
   * @param cases cases that have a determination
   * @param items items of these cases
   * @param itemsDecided items counted by the case headers, all revisions
   * @param itemEvents item decisions published, all revisions
   * @param tombstones tombstones of items that a later revision no longer has
   */
  public record EventTotals(
      long cases, long items, long itemsDecided, long itemEvents, long tombstones) {}

  /**
   * Counts of a sink, empty if it stores nothing or is unavailable.
   *
   * @param name name of the sink
   * @param cases cases in the sink
   * @param items items in the sink
   * @param isBehind whether it has not read all events, so that its counts are not comparable yet
   */
  public record SinkCounts(String name, OptionalLong cases, OptionalLong items, boolean isBehind) {}

  /** Whether there are no differences. */
  public boolean isEqual() {
    return differences.isEmpty();
  }

  /** Whether letters or events are pending. */
  public boolean isInFlight() {
    return letters.pendingRaw() + letters.pending() > 0
        || sinks.stream().anyMatch(SinkCounts::isBehind);
  }

  /** Number of letters, items or cases that differ. */
  public long difference() {
    return differences.stream().mapToLong(Discrepancy::size).sum();
  }
}
