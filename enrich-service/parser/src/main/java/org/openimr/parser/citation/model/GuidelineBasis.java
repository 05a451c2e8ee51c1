package org.openimr.parser.citation.model;

import java.util.List;

/**
 * What one side based its decision on.
 *
 * @param statement as printed, lines joined
 */
public record GuidelineBasis(Kind kind, String statement, List<Citation> citations) {

  /** Kinds of basis by their opening sentences (LETTERS.md). */
  public enum Kind {
    MTUS,
    MTUS_AND_NON_MTUS,
    NON_MTUS,
    NONE_CITED,
    OTHER
  }
}
