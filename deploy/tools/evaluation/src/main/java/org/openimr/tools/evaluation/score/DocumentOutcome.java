package org.openimr.tools.evaluation.score;

/** The judgement of how a document was processed. */
public enum DocumentOutcome {
  /** The facts of its letters, each letter once. */
  RIGHT,
  /** Other facts, and a warning that the label does not have. */
  LOUD,
  /** The document or one of its letters became a dead letter, and no other letter is wrong. */
  REFUSED,
  /** Other facts without such a warning. */
  SILENT
}
