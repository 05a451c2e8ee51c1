package org.openimr.sink.webhook.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The part of an event that tells of a patient's health in the letter's own words: the summary with
 * age and sex, the rationales, the statements of both sides. What was requested, decided and cited
 * stays.
 */
final class ClinicalTextRedactor {
  private ClinicalTextRedactor() {}

  /** Takes it out of a Determination or an ItemDecision. */
  static void removeFrom(ObjectNode event) {
    event.remove("clinicalSummary");
    leaveOutOfDecision(event);
    event.path("decisions").forEach(ClinicalTextRedactor::leaveOutOfDecision);
  }

  private static void leaveOutOfDecision(JsonNode decision) {
    if (decision instanceof ObjectNode fields) {
      fields.remove("rationale");
      leaveOutStatement(fields.path("claimsAdministratorBasis"));
      leaveOutStatement(fields.path("reviewerBasis"));
    }
  }

  private static void leaveOutStatement(JsonNode basis) {
    if (basis instanceof ObjectNode fields) {
      fields.remove("statement");
    }
  }
}
