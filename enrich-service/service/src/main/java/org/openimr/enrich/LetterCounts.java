package org.openimr.enrich;

import org.openimr.schemas.ledger.OutcomeLedger;

/**
 * What became of letters: each counts once, in the same transaction as its events.
 *
 * @param determinations letters that were published, all revisions
 * @param duplicates letters whose facts were published before
 * @param deadLetters letters that could not be read
 */
public record LetterCounts(long determinations, long duplicates, long deadLetters) {
  /** No letter yet. */
  public static final LetterCounts EMPTY = new LetterCounts(0, 0, 0);

  /** All letters. */
  public long letters() {
    return determinations + duplicates + deadLetters;
  }

  /** Both ledgers together. */
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
