package org.openimr.tools.chaos.verify;

import java.util.List;
import java.util.Map;

/**
 * The topics compared with the expectations.
 *
 * @param sent letters sent
 * @param raw letters on the raw topic; more than sent if the producer duplicated some, which then
 *     count as duplicates
 * @param received letters on the letters topic
 * @param determinations determinations of all revisions
 * @param revisions determinations past the first revision of their case
 * @param items item decisions of all revisions
 * @param tombstones tombstones of items that a later revision no longer has
 * @param duplicates letters without events, as counted by the enrich service
 * @param duplicatesExpected expected letters without events; negative if not known
 * @param deadLetters number of dead letters by code
 * @param cases number of cases
 * @param seconds duration of the comparison
 * @param faults number of violations by kind
 * @param named the first violations of each kind
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

  /** Whether there are no violations. */
  public boolean passed() {
    return faults.values().stream().allMatch(count -> count == 0);
  }

  /** Number of violations of a kind. */
  public long count(Violation.Kind kind) {
    return faults.getOrDefault(kind, 0L);
  }

  /** Total number of dead letters. */
  public long dead() {
    return deadLetters.values().stream().mapToLong(Long::longValue).sum();
  }
}
