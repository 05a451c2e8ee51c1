package org.openimr.parser.letter.model;

import java.util.List;

/** A letter that was read to its end. There is at least one item. */
public record Letter(
    LetterLayout layout,
    LetterHeader header,
    ReviewerCredentials reviewer,
    CaseSummary clinicalSummary,
    List<DisputedItem> items) {}
