package org.openimr.tools.chaos.letter;

import org.openimr.schemas.event.DeadLetterReason;

/** What has to become of a letter. */
public sealed interface ExpectedOutcome {

  /**
   * A determination, or a duplicate where the case's latest revision has the same facts.
   *
   * @param facts the same for letters of the same facts
   * @param outcomes of its items in their order: {@code U} upheld, {@code O} overturned
   */
  record Decided(String caseKey, String facts, String outcomes) implements ExpectedOutcome {}

  /**
   * A dead letter.
   *
   * @param stage the service that refuses it
   */
  record DeadLettered(DeadLetterReason.Code code, String stage) implements ExpectedOutcome {}

  /** A damaged letter: a determination, a duplicate or a dead letter, but one of them, once. */
  record Unspecified() implements ExpectedOutcome {}
}
