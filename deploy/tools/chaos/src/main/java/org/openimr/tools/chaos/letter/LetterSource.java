package org.openimr.tools.chaos.letter;

/** A row of letters; each depends on its index alone. */
public interface LetterSource {

  /**
   * A letter.
   *
   * @param index from 0
   */
  OutgoingLetter letter(int index);

  /** Bytes as they are sent, and the truth about them. */
  record OutgoingLetter(byte[] bytes, SentLetter sent) {}
}
