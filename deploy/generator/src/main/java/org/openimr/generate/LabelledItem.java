package org.openimr.generate;

import org.openimr.enrich.letter.Outcome;
import org.openimr.enrich.letter.Request;

/** One disputed item and its decision. */
public record LabelledItem(
    Request request,
    Outcome outcome,
    LabelledBasis claimsAdministratorBasis,
    LabelledBasis reviewerBasis,
    String rationale) {}
