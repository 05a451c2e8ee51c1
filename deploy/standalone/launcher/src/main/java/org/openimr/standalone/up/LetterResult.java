package org.openimr.standalone.up;

import org.openimr.event.Determination;
import org.openimr.schemas.event.DeadLetterReason;

/**
 * The published result of a letter, as a consumer of the topics sees it. Duplicates publish none.
 */
public sealed interface LetterResult {

  /** The letter was parsed and its determination published in a committed transaction. */
  record Determined(Determination determination) implements LetterResult {}

  /**
   * The letter could not be parsed and became a dead letter.
   *
   * @param code name of a {@link DeadLetterReason.Code}, or a code that this version does not know
   * @param stage the stage that rejected the letter
   * @param name the file name given by the sender, with the number of the letter if the file has
   *     several, or empty
   */
  record DeadLettered(String code, String stage, String name) implements LetterResult {}
}
