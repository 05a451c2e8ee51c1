package org.openimr.tools.chaos.letter;

import org.openimr.schemas.event.Sha256;
import org.openimr.tools.generator.DamagedLetterGenerator;

/** Damaged letters: their outcome is not known, but each must have exactly one. */
public final class DamagedLetterSource implements LetterSource {
  private static final int PDF_INTERVAL = 20;

  private final DamagedLetterGenerator letters;

  /** Creates the source; the same seed gives the same letters. */
  public DamagedLetterSource(long seed) {
    letters = new DamagedLetterGenerator(seed, PDF_INTERVAL);
  }

  @Override
  public OutgoingLetter letter(int index) {
    byte[] bytes = letters.generate(index);
    SentLetter sent =
        new SentLetter(index, "any-" + index, Sha256.hex(bytes), new ExpectedOutcome.Unspecified());
    return new OutgoingLetter(bytes, sent);
  }
}
