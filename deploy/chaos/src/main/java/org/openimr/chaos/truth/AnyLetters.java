package org.openimr.chaos.truth;

import org.openimr.generate.DamagedLetters;
import org.openimr.schemas.Sha256;

/** Damaged letters: nobody knows what they read as, but each has to come out once. */
public final class AnyLetters implements Letters {
  private static final int PDF_EVERY = 20;

  private final DamagedLetters letters;

  /** The same seed gives the same letters. */
  public AnyLetters(long seed) {
    letters = new DamagedLetters(seed, PDF_EVERY);
  }

  @Override
  public Letter letter(int index) {
    byte[] bytes = letters.letter(index);
    SentLetter sent = new SentLetter(index, "any-" + index, Sha256.hex(bytes), new Fate.Any());
    return new Letter(bytes, sent);
  }
}
