package org.openimr.tools.chaos.letter;

import org.openimr.schemas.event.Sha256;
import org.openimr.tools.generator.DamagedLetterGenerator;

/** Damaged letters: nobody knows what they read as, but each has to come out once. */
public final class DamagedLetterSource implements LetterSource {
  private static final int PDF_EVERY = 20;

  private final DamagedLetterGenerator letters;

  /** The same seed gives the same letters. */
  public DamagedLetterSource(long seed) {
    letters = new DamagedLetterGenerator(seed, PDF_EVERY);
  }

  @Override
  public OutgoingLetter letter(int index) {
    byte[] bytes = letters.generate(index);
    SentLetter sent =
        new SentLetter(index, "any-" + index, Sha256.hex(bytes), new ExpectedOutcome.Unspecified());
    return new OutgoingLetter(bytes, sent);
  }
}
