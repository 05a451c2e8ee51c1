package org.openimr.tools.chaos.letter;

/** A sequence of letters; each depends on its index alone. */
public interface LetterSource {

  /**
   * Returns a letter.
   *
   * @param index starts at 0
   */
  OutgoingLetter letter(int index);

  /** The bytes to send, and the letter's expected outcome. */
  @SuppressWarnings("ArrayRecordComponent") // never compared or hashed
  record OutgoingLetter(byte[] bytes, SentLetter sent) {}
}
