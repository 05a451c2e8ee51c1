package org.openimr.tools.chaos.verify;

import java.util.List;
import java.util.Map;

/**
 * What the topics hold, compared with the truth.
 *
 * @param sent letters of the truth
 * @param raw letters on the raw topic; more than were sent if their producer doubled some, which
 *     then count as duplicates
 * @param received letters whose text went on
 * @param determinations all revisions
 * @param revisions of them, those after a case's first
 * @param items item decisions, all revisions
 * @param tombstones of items that a revision no longer has
 * @param duplicates letters that published nothing, by the service's own ledger
 * @param duplicatesExpected the same by the truth; negative where the truth doesn't know
 * @param deadLetters by code
 * @param cases different ones
 * @param seconds that the comparison took
 * @param faults how many of each kind
 * @param named the first of them
 */
public record VerificationResult(
    long sent,
    long raw,
    long received,
    long determinations,
    long revisions,
    long items,
    long tombstones,
    long duplicates,
    long duplicatesExpected,
    Map<String, Long> deadLetters,
    long cases,
    double seconds,
    Map<Violation.Kind, Long> faults,
    List<Violation> named) {

  /** Whether all is as it has to be. */
  public boolean passed() {
    return faults.values().stream().allMatch(count -> count == 0);
  }

  /** Faults of a kind. */
  public long count(Violation.Kind kind) {
    return faults.getOrDefault(kind, 0L);
  }

  /** All dead letters. */
  public long dead() {
    return deadLetters.values().stream().mapToLong(Long::longValue).sum();
  }
}
