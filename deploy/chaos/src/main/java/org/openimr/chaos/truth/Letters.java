package org.openimr.chaos.truth;

/** A row of letters; each depends on its index alone. */
public interface Letters {

  /**
   * A letter.
   *
   * @param index from 0
   */
  Letter letter(int index);

  /** Bytes as they are sent, and the truth about them. */
  record Letter(byte[] bytes, SentLetter sent) {}
}
