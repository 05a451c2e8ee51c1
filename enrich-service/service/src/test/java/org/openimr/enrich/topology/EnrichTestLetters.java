package org.openimr.enrich.topology;

import java.time.Instant;
import java.util.List;
import org.openimr.event.Extraction;
import org.openimr.event.ExtractionMethod;
import org.openimr.event.LetterReceived;
import org.openimr.event.Source;
import org.openimr.parser.letter.header.CaseKey;

/** Synthetic letters for tests of the topology. */
public final class EnrichTestLetters {
  private static final String ITEM =
      """
      %s: %s

      Claims Administrator guideline: The Claims Administrator did not cite any medical evidence \
      for its decision.

      MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.

      Decision rationale: The sample record says little. %s

      """;

  private EnrichTestLetters() {}

  public static String text(String caseNumber, String... decidedRequests) {
    StringBuilder items = new StringBuilder();
    for (String decided : decidedRequests) {
      int colon = decided.lastIndexOf(':');
      String word = decided.substring(colon + 1).trim();
      String conclusion =
          word.equals("Upheld")
              ? "Therefore, this request is not medically necessary."
              : "Therefore, this request is medically necessary.";
      items.append(ITEM.formatted(decided.substring(0, colon), word, conclusion));
    }
    return """
    Case Number: %s
    Date Assigned: 01/20/2017 Date of Injury: 10/26/2015
    Decision Date: 02/16/2017 UR Denial Date: 01/09/2017
    Priority: Standard Application Received: 01/17/2017

    HOW THE IMR FINAL DETERMINATION WAS MADE

    MAXIMUS Federal Services sent the complete case file to an expert reviewer.

    The Expert Reviewer has the following credentials:
    State(s) of Licensure: California
    Certification(s)/Specialty: Occupational Medicine

    CLINICAL CASE SUMMARY

    The expert reviewer developed the following clinical case summary based on a review of the
    case file, including all medical records:

    The sample worker is a 44-year-old female with back pain.

    IMR ISSUES, DECISIONS AND RATIONALES

    The Final Determination was based on decisions for the disputed items/services set forth \
    below:

    """
            .formatted(caseNumber)
        + items;
  }

  public static LetterReceived received(String text) {
    LetterReceived letter = new LetterReceived();
    letter.setCaseKey(CaseKey.of(text));
    letter.setLetterId(Integer.toHexString(text.hashCode()));
    letter.setSource(new Source(null, "letter.txt", "text/plain", (long) text.length(), null));
    letter.setReceivedAt(Instant.parse("2026-11-01T10:00:00Z"));
    letter.setText(text);
    letter.setPageStarts(List.of(0));
    letter.setExtraction(new Extraction(ExtractionMethod.PLAIN_TEXT, null));
    letter.setWarnings(List.of());
    return letter;
  }
}
