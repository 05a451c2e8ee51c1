package org.openimr.parser.letter.summary;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.model.CaseSummary;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.LineWrapStyle;

/** The clinical case summary, from behind its lead to the next heading. */
public final class CaseSummaryParser {
  private CaseSummaryParser() {}

  public static CaseSummary parse(String text, int start, int end, LineWrapStyle typesetting) {
    String summary = LineJoiner.joinParagraphs(text, start, end, typesetting.lineGap());
    PatientDemographics patient = PatientDemographics.extract(summary);
    List<ParseWarning> warnings = new ArrayList<>(0);
    if (patient.ageAmbiguous()) {
      warnings.add(
          new ParseWarning(
              ParseWarning.Code.AGE_AMBIGUOUS,
              "patientAge",
              "the summary says two different ages"));
    }
    return new CaseSummary(summary, patient.age(), patient.sex(), List.copyOf(warnings));
  }
}
