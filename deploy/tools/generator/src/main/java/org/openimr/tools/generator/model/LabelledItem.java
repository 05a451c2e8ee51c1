package org.openimr.tools.generator.model;

import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.DisputedRequest;

/** A disputed item and its decision. */
public record LabelledItem(
    DisputedRequest request,
    DecisionOutcome outcome,
    LabelledBasis claimsAdministratorBasis,
    LabelledBasis reviewerBasis,
    String rationale) {}
