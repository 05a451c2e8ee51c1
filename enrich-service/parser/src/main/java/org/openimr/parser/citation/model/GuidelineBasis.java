package org.openimr.parser.citation.model;

import java.util.List;

/**
 * The guidelines on which the claims administrator or the reviewer based a decision.
 *
 * @param statement the statement as printed, with its lines joined
 */
public record GuidelineBasis(Kind kind, String statement, List<Citation> citations) {

  /** The kind of basis that the opening sentence states (LETTERS.md). */
  public enum Kind {
    MTUS,
    MTUS_AND_NON_MTUS,
    NON_MTUS,
    NONE_CITED,
    OTHER
  }
}
