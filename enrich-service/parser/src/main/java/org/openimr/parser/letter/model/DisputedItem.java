package org.openimr.parser.letter.model;

import java.util.List;

/**
 * A disputed item with its decision.
 *
 * @param number position in the letter, starting at 1
 * @param request the treatment in dispute
 * @param outcome the decision
 * @param claimsAdministratorStatement the text after {@code Claims Administrator guideline:}
 * @param reviewerStatement the text after {@code MAXIMUS guideline:}
 * @param rationale the reviewer's reasons, with lines joined and a blank line between paragraphs
 * @param warnings {@code RATIONALE_CONTRADICTS_DECISION} if the rationale concludes the opposite
 */
public record DisputedItem(
    int number,
    DisputedRequest request,
    DecisionOutcome outcome,
    SourceMappedText claimsAdministratorStatement,
    SourceMappedText reviewerStatement,
    String rationale,
    List<ParseWarning> warnings) {}
