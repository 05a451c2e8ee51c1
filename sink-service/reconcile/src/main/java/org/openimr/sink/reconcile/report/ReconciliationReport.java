package org.openimr.sink.reconcile.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a reconciliation found.
 *
 * @param time when it was done
 * @param took how long
 * @param bytesRead from the broker
 * @param deep whether the topics themselves were read
 * @param letters counts of letters
 * @param events counts of what is published
 * @param sinks counts of each configured sink
 * @param differences all that was found, none if all is equal
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
   * Letters, each counted once however often it was read.
   *
   * @param taken raw letters that the ingest service took
   * @param waitingRaw raw letters that it has not taken yet
   * @param passedOver offsets of the raw topic without a letter: ends of transactions, or letters
   *     that were deleted before they were taken
   * @param passedOn letters with their text
   * @param waiting of those, not yet read by the enrich service
   * @param determinations published, all revisions
   * @param duplicates facts that were published before
   * @param deadAtIngest dead letters of the ingest service
   * @param deadAtEnrich dead letters of the enrich service
   * @param again letters read again by a replay or a reset
   * @param revisedAgain of those, published as a revision
   */
  public record LetterTotals(
      long taken,
      long pendingRaw,
      long skippedOffsets,
      long forwarded,
      long pending,
      long determinations,
      long duplicates,
      long deadAtIngest,
      long deadAtEnrich,
      long redelivered,
      long redeliveredAsRevision) {}

  /**
   * Published events.
   *
   * @param cases with a determination now
   * @param items of these now
   * @param itemsDecided items by the headers, all revisions
   * @param itemEvents item decisions published, all revisions
   * @param tombstones of items that a later revision no longer had
   */
  public record EventTotals(
      long cases, long items, long itemsDecided, long itemEvents, long tombstones) {}

  /**
   * A sink; counts are empty where it keeps nothing to look at, or did not answer.
   *
   * @param isBehind whether events wait for it, so that its counts can't be compared yet
   */
  public record SinkCounts(String name, OptionalLong cases, OptionalLong items, boolean isBehind) {}

  /** Whether nothing differs. */
  public boolean isEqual() {
    return differences.isEmpty();
  }

  /** Whether letters or events are on their way. */
  public boolean isInFlight() {
    return letters.pendingRaw() + letters.pending() > 0
        || sinks.stream().anyMatch(SinkCounts::isBehind);
  }

  /** How many letters, items or cases differ. */
  public long difference() {
    return differences.stream().mapToLong(Discrepancy::size).sum();
  }
}
