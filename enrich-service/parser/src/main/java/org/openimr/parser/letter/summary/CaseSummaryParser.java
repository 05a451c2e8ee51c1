package org.openimr.parser.letter.summary;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.model.CaseSummary;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.SentenceBoundaries;

/** Parses the clinical case summary. */
public final class CaseSummaryParser {
  private CaseSummaryParser() {}

  /**
   * Parses the summary.
   *
   * @param start offset just past the heading and its lead sentence
   * @param end offset of the next heading
   */
  public static CaseSummary parse(String text, int start, int end, LineWrapStyle wrapStyle) {
    String summary = LineJoiner.joinParagraphs(text, start, end, wrapStyle.lineGap());
    PatientDemographics patient = PatientDemographics.extract(summary);
    List<ParseWarning> warnings = new ArrayList<>(0);
    if (patient.ageAmbiguous()) {
      warnings.add(
          new ParseWarning(
              ParseWarning.Code.AGE_AMBIGUOUS,
              "patientAge",
              "the summary states two different ages"));
    }
    if (!SentenceBoundaries.endsAt(summary, summary.length(), 0)) {
      warnings.add(
          new ParseWarning(
              ParseWarning.Code.TEXT_INCOMPLETE,
              "text",
              "the summary ends in the middle of a sentence"));
    }
    return new CaseSummary(summary, patient.age(), patient.sex(), List.copyOf(warnings));
  }
}
