package org.openimr.parser.letter.model;

import java.util.List;

/**
 * One disputed item and its decision.
 *
 * @param number from 1, in the order of the letter
 * @param claimsAdministratorStatement all after {@code Claims Administrator guideline:}
 * @param reviewerStatement all after {@code MAXIMUS guideline:}
 * @param rationale lines joined, paragraphs kept apart by a blank line
 */
public record DisputedItem(
    int number,
    DisputedRequest request,
    DecisionOutcome outcome,
    SourceMappedText claimsAdministratorStatement,
    SourceMappedText reviewerStatement,
    String rationale,
    List<ParseWarning> warnings) {}
