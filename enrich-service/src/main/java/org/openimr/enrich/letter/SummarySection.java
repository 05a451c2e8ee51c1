package org.openimr.enrich.letter;

import java.util.ArrayList;
import java.util.List;

/** The clinical case summary, from behind its lead to the next heading. */
final class SummarySection {
  private SummarySection() {}

  static ClinicalSummary read(String text, int start, int end, Typesetting typesetting) {
    String summary = JoinedText.paragraphs(text, start, end, typesetting.lineGap());
    Patient patient = Patient.in(summary);
    List<Warning> warnings = new ArrayList<>(0);
    if (patient.ambiguous()) {
      warnings.add(
          new Warning(
              Warning.Code.AGE_AMBIGUOUS, "patientAge", "the summary says two different ages"));
    }
    return new ClinicalSummary(summary, patient.age(), patient.sex(), List.copyOf(warnings));
  }
}
