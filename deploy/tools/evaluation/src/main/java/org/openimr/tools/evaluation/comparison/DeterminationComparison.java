package org.openimr.tools.evaluation.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a determination with its label, both as JSON trees in the field names of CONTRACT.md
 * (LABELS.md). What a label does not name is not compared.
 */
public final class DeterminationComparison {
  private static final List<String> REVIEWER =
      List.of("specialties", "subspecialties", "licensedStates");
  private static final List<String> REQUEST =
      List.of("original", "authorized", "disputed", "category", "subcategory");
  private static final List<String> SIDES = List.of("claimsAdministratorBasis", "reviewerBasis");

  private final JsonNode label;
  private final JsonNode got;
  private final List<FieldResult> verdicts = new ArrayList<>();

  private DeterminationComparison(JsonNode label, JsonNode got) {
    this.label = label;
    this.got = got;
  }

  /**
   * The verdict on each field that the label names.
   *
   * @param determination as {@code AvroJsonFormatter} prints it; empty where the letter could not
   *     be read, and then only what the label says to be absent is right
   */
  public static List<FieldResult> compare(JsonNode label, Optional<JsonNode> determination) {
    DeterminationComparison comparison =
        new DeterminationComparison(label, determination.orElseGet(MissingNode::getInstance));
    comparison.compareLetter();
    comparison.compareDecisions();
    return comparison.verdicts;
  }

  private void compareLetter() {
    JsonNode header = got.path("header");
    if (label.has("layout")) {
      same("header.layout", label.path("layout"), header.path("layout"));
    }
    label
        .path("header")
        .properties()
        .forEach(
            field ->
                same("header." + field.getKey(), field.getValue(), header.path(field.getKey())));
    for (String name : REVIEWER) {
      JsonNode want = label.path("reviewer").path(name);
      if (!want.isMissingNode()) {
        same("reviewer." + name, want, header.path("reviewer").path(name));
      }
    }
    compareSummary(label.path("clinicalSummary"), got.path("clinicalSummary"));
  }

  private void compareSummary(JsonNode want, JsonNode have) {
    LongTextLabel.of(want)
        .ifPresent(
            text ->
                verdicts.add(
                    text.compare("clinicalSummary.text", 0, have.path("text").asText(""))));
    for (String name : List.of("patientAge", "patientSex")) {
      if (want.has(name)) {
        same("clinicalSummary." + name, want.path(name), have.path(name));
      }
    }
  }

  private void compareDecisions() {
    JsonNode want = label.path("decisions");
    JsonNode have = got.path("decisions");
    if (want.isMissingNode()) {
      return;
    }
    verdicts.add(
        new FieldResult(
            "decisions.count",
            0,
            want.size() == have.size(),
            Integer.toString(want.size()),
            got.isMissingNode() ? "" : Integer.toString(have.size())));
    for (int i = 0; i < want.size(); i++) {
      compareDecision(i + 1, want.path(i), have.path(i));
    }
  }

  /** Of an item that was not read at all only the outcome counts, as wrong. */
  private void compareDecision(int item, JsonNode want, JsonNode have) {
    if (have.isMissingNode()) {
      String outcome = want.path("outcome").asText();
      verdicts.add(new FieldResult("decisions.outcome", item, false, outcome, ""));
      return;
    }
    compareRequest(item, want.path("request"), have.path("request"));
    verdicts.add(
        ValueComparison.compare(
            "decisions.outcome", item, want.path("outcome"), have.path("outcome")));
    LongTextLabel.of(want.path("rationale"))
        .ifPresent(
            text ->
                verdicts.add(
                    text.compare("decisions.rationale", item, have.path("rationale").asText(""))));
    for (String side : SIDES) {
      verdicts.addAll(
          new BasisComparison("decisions." + side, item, want.path(side), have.path(side))
              .results());
    }
  }

  private void compareRequest(int item, JsonNode want, JsonNode have) {
    verdicts.add(
        ValueComparison.compareText(
            "decisions.request.text", item, want.path("text"), have.path("text")));
    for (String name : REQUEST) {
      if (want.has(name)) {
        verdicts.add(
            ValueComparison.compareText(
                "decisions.request." + name, item, want.path(name), have.path(name)));
      }
    }
  }

  private void same(String field, JsonNode want, JsonNode have) {
    verdicts.add(ValueComparison.compare(field, 0, want, have));
  }
}
