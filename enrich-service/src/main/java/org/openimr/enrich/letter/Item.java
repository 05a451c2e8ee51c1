package org.openimr.enrich.letter;

import java.util.List;

/**
 * One disputed item and its decision.
 *
 * @param number from 1, in the order of the letter
 * @param claimsAdministratorStatement all after {@code Claims Administrator guideline:}
 * @param reviewerStatement all after {@code MAXIMUS guideline:}
 * @param rationale lines joined, paragraphs kept apart by a blank line
 */
public record Item(
    int number,
    Request request,
    Outcome outcome,
    Passage claimsAdministratorStatement,
    Passage reviewerStatement,
    String rationale,
    List<Warning> warnings) {}
