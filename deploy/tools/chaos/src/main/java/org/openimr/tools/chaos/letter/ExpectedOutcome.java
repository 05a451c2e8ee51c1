package org.openimr.tools.chaos.letter;

import org.openimr.schemas.event.DeadLetterReason;

/** The expected outcome of a letter. */
public sealed interface ExpectedOutcome {

  /**
   * A determination, or a duplicate where the case's latest revision has the same facts.
   *
   * @param facts fingerprint, equal for letters with equal facts
   * @param outcomes one character per item: {@code U} upheld, {@code O} overturned
   */
  record Decided(String caseKey, String facts, String outcomes) implements ExpectedOutcome {}

  /**
   * A dead letter.
   *
   * @param stage the service that rejects the letter
   */
  record DeadLettered(DeadLetterReason.Code code, String stage) implements ExpectedOutcome {}

  /** For a damaged letter: exactly one of determination, duplicate and dead letter. */
  record Unspecified() implements ExpectedOutcome {}
}
