package org.openimr.enrich;

import org.openimr.schemas.ledger.OutcomeLedger;

/**
 * What became of letters: each counts once, in the same transaction as its events.
 *
 * @param determinations letters that were published, all revisions
 * @param duplicates letters whose facts were published before
 * @param deadLetters letters that could not be read
 */
public record Ledger(long determinations, long duplicates, long deadLetters) {
  /** No letter yet. */
  public static final Ledger EMPTY = new Ledger(0, 0, 0);

  /** All letters. */
  public long letters() {
    return determinations + duplicates + deadLetters;
  }

  /** Both ledgers together. */
  public Ledger plus(Ledger other) {
    return new Ledger(
        determinations + other.determinations,
        duplicates + other.duplicates,
        deadLetters + other.deadLetters);
  }

  static Ledger of(OutcomeLedger row) {
    return new Ledger(row.determinations(), row.duplicates(), row.deadLetters());
  }
}
