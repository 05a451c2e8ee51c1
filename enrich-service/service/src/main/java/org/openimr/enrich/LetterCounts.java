package org.openimr.enrich;

import org.openimr.schemas.ledger.OutcomeLedger;

/**
 * Numbers of letters by result. Each letter is counted once, in the transaction of its events.
 *
 * @param determinations letters published as a determination, in any revision
 * @param duplicates letters whose facts had already been published
 * @param deadLetters letters that were rejected
 */
public record LetterCounts(long determinations, long duplicates, long deadLetters) {
  /** The counts before the first letter. */
  public static final LetterCounts EMPTY = new LetterCounts(0, 0, 0);

  /** Returns the total number of letters. */
  public long letters() {
    return determinations + duplicates + deadLetters;
  }

  /** Returns the sum of both counts. */
  public LetterCounts plus(LetterCounts other) {
    return new LetterCounts(
        determinations + other.determinations,
        duplicates + other.duplicates,
        deadLetters + other.deadLetters);
  }

  static LetterCounts of(OutcomeLedger row) {
    return new LetterCounts(row.determinations(), row.duplicates(), row.deadLetters());
  }
}
