package org.openimr.testkit.letter;

/** Letters of a synthetic case with the given items. */
public final class SyntheticCaseLetter {
  private SyntheticCaseLetter() {}

  /**
   * The text of a letter.
   *
   * @param age of the patient: one of the facts
   * @param requests headings of items, all upheld
   */
  public static String of(String caseNumber, int age, String... requests) {
    StringBuilder items = new StringBuilder();
    for (String request : requests) {
      items.append(
          """
          %s: Upheld

          Claims Administrator guideline: The Claims Administrator did not cite any medical evidence \
          for its decision.

          MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.

          Decision rationale: The synthetic record says little. Therefore, this request is not \
          medically necessary.

          """
              .formatted(request));
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

    The synthetic worker is a %d-year-old female with back pain.

    IMR ISSUES, DECISIONS AND RATIONALES

    The Final Determination was based on decisions for the disputed items/services set forth \
    below:

    """
            .formatted(caseNumber, age)
        + items;
  }
}
