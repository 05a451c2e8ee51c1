package org.openimr.tools.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.LabelledItem;
import org.openimr.tools.generator.model.LetterLabel;
import org.openimr.tools.generator.model.Noise;

/** Differences between a generated letter and the parsed one: field, expected and actual value. */
final class GeneratedLetterDifferences {
  private final List<String> found = new ArrayList<>();
  private final boolean ignoresHyphens;

  private GeneratedLetterDifferences(boolean ignoresHyphens) {
    this.ignoresHyphens = ignoresHyphens;
  }

  static List<String> between(GeneratedLetter generated, Letter parsed) {
    GeneratedLetterDifferences differences =
        new GeneratedLetterDifferences(generated.noises().contains(Noise.BROKEN_WORDS));
    LetterLabel label = generated.label();
    differences.exact("layout", label.layout(), parsed.layout());
    differences.header(label.header(), parsed.header());
    differences.exact("reviewer", label.reviewer(), parsed.reviewer());
    differences.text(
        "clinicalSummary.text", label.clinicalSummary().text(), parsed.clinicalSummary().text());
    differences.exact(
        "patientAge", label.clinicalSummary().patientAge(), parsed.clinicalSummary().patientAge());
    if (label.clinicalSummary().patientSex().isPresent()) {
      differences.exact(
          "patientSex",
          label.clinicalSummary().patientSex(),
          parsed.clinicalSummary().patientSex());
    }
    differences.exact("decisions.count", label.items().size(), parsed.items().size());
    for (int i = 0; i < Math.min(label.items().size(), parsed.items().size()); i++) {
      differences.item("decisions[" + i + "].", label.items().get(i), parsed.items().get(i));
    }
    return differences.found;
  }

  private void header(LetterHeader expected, LetterHeader actual) {
    exact("caseNumber", expected.caseNumber(), actual.caseNumber());
    exact("dateAssigned", expected.dateAssigned(), actual.dateAssigned());
    exact("dateOfInjury", expected.dateOfInjury(), actual.dateOfInjury());
    exact("decisionDate", expected.decisionDate(), actual.decisionDate());
    exact("urDenialDate", expected.urDenialDate(), actual.urDenialDate());
    exact("applicationReceived", expected.applicationReceived(), actual.applicationReceived());
    exact("priority", expected.priority(), actual.priority());
  }

  private void item(String item, LabelledItem expected, DisputedItem actual) {
    text(item + "request.text", expected.request().text(), actual.request().text());
    text(
        item + "request.original",
        expected.request().original().orElse(""),
        actual.request().original().orElse(""));
    text(
        item + "request.authorized",
        expected.request().authorized().orElse(""),
        actual.request().authorized().orElse(""));
    text(item + "request.disputed", expected.request().disputed(), actual.request().disputed());
    exact(item + "outcome", expected.outcome(), actual.outcome());
    text(
        item + "claimsAdministratorBasis.statement",
        expected.claimsAdministratorBasis().statement(),
        actual.claimsAdministratorStatement().text());
    text(
        item + "reviewerBasis.statement",
        expected.reviewerBasis().statement(),
        actual.reviewerStatement().text());
    text(item + "rationale", expected.rationale(), actual.rationale());
  }

  private void exact(String field, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      found.add(field + ": expected <" + expected + "> actual <" + actual + ">");
    }
  }

  private void text(String field, String expected, String actual) {
    exact(field, fold(expected), fold(actual));
  }

  /** Folds white space, because not every rendering separates paragraphs. */
  private String fold(String text) {
    String folded = text.replaceAll("\\s+", " ").strip();
    return ignoresHyphens ? folded.replace("-", "") : folded;
  }
}
