package org.openimr.parser.letter.model;

import java.util.List;

/**
 * A completely parsed letter.
 *
 * @param layout the layout that the letter was recognized by
 * @param header the header block
 * @param reviewer the credentials of the expert reviewer
 * @param clinicalSummary the clinical case summary
 * @param items at least one item, in the order of the letter
 */
public record Letter(
    LetterLayout layout,
    LetterHeader header,
    ReviewerCredentials reviewer,
    CaseSummary clinicalSummary,
    List<DisputedItem> items) {

  /** Returns this letter with more warnings about the whole letter, which its header holds. */
  public Letter withHeaderWarnings(List<ParseWarning> warnings) {
    return new Letter(layout, header.withWarnings(warnings), reviewer, clinicalSummary, items);
  }
}
