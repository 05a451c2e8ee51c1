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

/** Where what was read is not what was generated: a field, what was wanted, what was read. */
final class GeneratedLetterDifferences {
  private final List<String> found = new ArrayList<>();
  private final boolean hyphensAside;

  private GeneratedLetterDifferences(boolean hyphensAside) {
    this.hyphensAside = hyphensAside;
  }

  static List<String> between(GeneratedLetter generated, Letter read) {
    GeneratedLetterDifferences differences =
        new GeneratedLetterDifferences(generated.noises().contains(Noise.BROKEN_WORDS));
    LetterLabel label = generated.label();
    differences.exact("layout", label.layout(), read.layout());
    differences.header(label.header(), read.header());
    differences.exact("reviewer", label.reviewer(), read.reviewer());
    differences.text(
        "clinicalSummary.text", label.clinicalSummary().text(), read.clinicalSummary().text());
    differences.exact(
        "patientAge", label.clinicalSummary().patientAge(), read.clinicalSummary().patientAge());
    if (label.clinicalSummary().patientSex().isPresent()) {
      differences.exact(
          "patientSex", label.clinicalSummary().patientSex(), read.clinicalSummary().patientSex());
    }
    differences.exact("decisions.count", label.items().size(), read.items().size());
    for (int i = 0; i < Math.min(label.items().size(), read.items().size()); i++) {
      differences.item("decisions[" + i + "].", label.items().get(i), read.items().get(i));
    }
    return differences.found;
  }

  private void header(LetterHeader wanted, LetterHeader read) {
    exact("caseNumber", wanted.caseNumber(), read.caseNumber());
    exact("dateAssigned", wanted.dateAssigned(), read.dateAssigned());
    exact("dateOfInjury", wanted.dateOfInjury(), read.dateOfInjury());
    exact("decisionDate", wanted.decisionDate(), read.decisionDate());
    exact("urDenialDate", wanted.urDenialDate(), read.urDenialDate());
    exact("applicationReceived", wanted.applicationReceived(), read.applicationReceived());
    exact("priority", wanted.priority(), read.priority());
  }

  private void item(String item, LabelledItem wanted, DisputedItem read) {
    text(item + "request.text", wanted.request().text(), read.request().text());
    text(
        item + "request.original",
        wanted.request().original().orElse(""),
        read.request().original().orElse(""));
    text(
        item + "request.authorized",
        wanted.request().authorized().orElse(""),
        read.request().authorized().orElse(""));
    text(item + "request.disputed", wanted.request().disputed(), read.request().disputed());
    exact(item + "outcome", wanted.outcome(), read.outcome());
    text(
        item + "claimsAdministratorBasis.statement",
        wanted.claimsAdministratorBasis().statement(),
        read.claimsAdministratorStatement().text());
    text(
        item + "reviewerBasis.statement",
        wanted.reviewerBasis().statement(),
        read.reviewerStatement().text());
    text(item + "rationale", wanted.rationale(), read.rationale());
  }

  private void exact(String field, Object wanted, Object read) {
    if (!Objects.equals(wanted, read)) {
      found.add(field + ": wanted <" + wanted + "> read <" + read + ">");
    }
  }

  private void text(String field, String wanted, String read) {
    exact(field, folded(wanted), folded(read));
  }

  /** White space folded: not every rendering keeps paragraphs apart. */
  private String folded(String text) {
    String folded = text.replaceAll("\\s+", " ").strip();
    return hyphensAside ? folded.replace("-", "") : folded;
  }
}
