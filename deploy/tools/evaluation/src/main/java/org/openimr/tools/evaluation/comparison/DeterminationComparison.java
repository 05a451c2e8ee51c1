package org.openimr.tools.evaluation.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a determination with its label, both as JSON trees with the field names of the
 * determination (LABELS.md). Fields that a label does not have are not compared.
 */
public final class DeterminationComparison {
  private static final List<String> REVIEWER =
      List.of("specialties", "subspecialties", "licensedStates");
  private static final List<String> REQUEST =
      List.of("original", "authorized", "disputed", "category", "subcategory");
  private static final List<String> BASES = List.of("claimsAdministratorBasis", "reviewerBasis");

  private final JsonNode label;
  private final JsonNode determination;
  private final List<FieldResult> results = new ArrayList<>();

  private DeterminationComparison(JsonNode label, JsonNode determination) {
    this.label = label;
    this.determination = determination;
  }

  /**
   * Compares each field that the label has.
   *
   * @param determination as {@code AvroJsonFormatter} prints it; empty for a dead letter, of which
   *     only fields labelled as absent are correct
   */
  public static List<FieldResult> compare(JsonNode label, Optional<JsonNode> determination) {
    DeterminationComparison comparison =
        new DeterminationComparison(label, determination.orElseGet(MissingNode::getInstance));
    comparison.compareLetter();
    comparison.compareDecisions();
    return comparison.results;
  }

  private void compareLetter() {
    JsonNode header = determination.path("header");
    if (label.has("layout")) {
      compareValue("header.layout", label.path("layout"), header.path("layout"));
    }
    label
        .path("header")
        .properties()
        .forEach(
            field ->
                compareValue(
                    "header." + field.getKey(), field.getValue(), header.path(field.getKey())));
    for (String name : REVIEWER) {
      JsonNode expected = label.path("reviewer").path(name);
      if (!expected.isMissingNode()) {
        compareValue("reviewer." + name, expected, header.path("reviewer").path(name));
      }
    }
    compareSummary(label.path("clinicalSummary"), determination.path("clinicalSummary"));
  }

  private void compareSummary(JsonNode expected, JsonNode actual) {
    LongTextLabel.of(expected)
        .ifPresent(
            text ->
                results.add(
                    text.compare("clinicalSummary.text", 0, actual.path("text").asText(""))));
    for (String name : List.of("patientAge", "patientSex")) {
      if (expected.has(name)) {
        compareValue("clinicalSummary." + name, expected.path(name), actual.path(name));
      }
    }
  }

  private void compareDecisions() {
    JsonNode expected = label.path("decisions");
    JsonNode actual = determination.path("decisions");
    if (expected.isMissingNode()) {
      return;
    }
    results.add(
        new FieldResult(
            "decisions.count",
            0,
            expected.size() == actual.size(),
            Integer.toString(expected.size()),
            determination.isMissingNode() ? "" : Integer.toString(actual.size())));
    for (int i = 0; i < expected.size(); i++) {
      compareDecision(i + 1, expected.path(i), actual.path(i));
    }
  }

  /** A missing item counts as one wrong outcome. */
  private void compareDecision(int item, JsonNode expected, JsonNode actual) {
    if (actual.isMissingNode()) {
      String outcome = expected.path("outcome").asText();
      results.add(new FieldResult("decisions.outcome", item, false, outcome, ""));
      return;
    }
    compareRequest(item, expected.path("request"), actual.path("request"));
    results.add(
        ValueComparison.compare(
            "decisions.outcome", item, expected.path("outcome"), actual.path("outcome")));
    LongTextLabel.of(expected.path("rationale"))
        .ifPresent(
            text ->
                results.add(
                    text.compare(
                        "decisions.rationale", item, actual.path("rationale").asText(""))));
    for (String basis : BASES) {
      results.addAll(
          new BasisComparison("decisions." + basis, item, expected.path(basis), actual.path(basis))
              .results());
    }
  }

  private void compareRequest(int item, JsonNode expected, JsonNode actual) {
    results.add(
        ValueComparison.compareText(
            "decisions.request.text", item, expected.path("text"), actual.path("text")));
    for (String name : REQUEST) {
      if (expected.has(name)) {
        results.add(
            ValueComparison.compareText(
                "decisions.request." + name, item, expected.path(name), actual.path(name)));
      }
    }
  }

  private void compareValue(String field, JsonNode expected, JsonNode actual) {
    results.add(ValueComparison.compare(field, 0, expected, actual));
  }
}
