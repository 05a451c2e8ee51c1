package org.openimr.sink.webhook.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Removes the fields of an event that describe a patient's health in the words of the letter: the
 * summary with age and sex, the rationales, the statements of both sides. Requests, decisions,
 * citations and warnings stay; warnings never contain text of the letter.
 */
final class ClinicalTextRedactor {
  private ClinicalTextRedactor() {}

  /** Removes clinical text from a Determination or an ItemDecision. */
  static void removeFrom(ObjectNode event) {
    JsonNode warnings = event.path("clinicalSummary").path("warnings");
    event.remove("clinicalSummary");
    if (!warnings.isEmpty()) {
      event.putObject("clinicalSummary").set("warnings", warnings);
    }
    redactDecision(event);
    event.path("decisions").forEach(ClinicalTextRedactor::redactDecision);
  }

  private static void redactDecision(JsonNode decision) {
    if (decision instanceof ObjectNode fields) {
      fields.remove("rationale");
      removeStatement(fields.path("claimsAdministratorBasis"));
      removeStatement(fields.path("reviewerBasis"));
    }
  }

  private static void removeStatement(JsonNode basis) {
    if (basis instanceof ObjectNode fields) {
      fields.remove("statement");
    }
  }
}
