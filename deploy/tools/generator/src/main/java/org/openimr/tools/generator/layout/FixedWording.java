package org.openimr.tools.generator.layout;

import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.ReviewerCredentials;

/** The wording of the form, equal in all letters. */
final class FixedWording {
  static final String HOW_MADE = "HOW THE IMR FINAL DETERMINATION WAS MADE";
  static final String SUMMARY = "CLINICAL CASE SUMMARY";
  static final String SUMMARY_FOLLOWS =
      "The expert reviewer developed the following clinical case summary based on a review of the"
          + " case file, including all medical records:";
  static final String ITEMS = "IMR ISSUES, DECISIONS AND RATIONALES";
  static final String ITEMS_FOLLOW =
      "The Final Determination was based on decisions for the disputed items/services set forth"
          + " below:";
  static final String CLAIMS_ADMINISTRATOR = "Claims Administrator guideline: ";
  static final String REVIEWER = "MAXIMUS guideline: ";
  static final String RATIONALE = "Decision rationale: ";
  static final String CREDENTIALS = "The Expert Reviewer has the following credentials:";

  private static final String SENT =
      "MAXIMUS Federal Services sent the complete case file to an expert reviewer. ";
  private static final String NO_AFFILIATION =
      "He/she has no affiliation with the employer, employee, providers or the claims"
          + " administrator. ";
  private static final String PRACTICE =
      "He/she has been in active clinical practice for more than five years and is currently"
          + " working at least 24 hours a week in active practice. The expert reviewer was selected"
          + " based on his/her clinical experience, education, background, and expertise in the"
          + " same or similar specialties that evaluate and/or treat the medical condition and"
          + " disputed items/";
  private static final String LAWS =
      ". He/she is familiar with governing laws and regulations, including the strength of"
          + " evidence hierarchy that applies to Independent Medical Review determinations.";

  private FixedWording() {}

  /** The section on how the determination was made, with the credentials in prose. */
  static String howMadeWithReviewer(ReviewerCredentials reviewer) {
    return SENT
        + NO_AFFILIATION
        + "The expert reviewer is "
        + inProse(reviewer)
        + ". "
        + PRACTICE
        + "services"
        + LAWS;
  }

  /** The section on how the determination was made, before a block of credentials. */
  static String howMade() {
    return SENT + NO_AFFILIATION + PRACTICE + "Service" + LAWS;
  }

  /** The end of the decision sentence. */
  static String determined(DecisionOutcome outcome) {
    return outcome == DecisionOutcome.UPHELD
        ? " is not medically necessary and appropriate."
        : " is medically necessary and appropriate.";
  }

  /** {@code Board Certified in ... and is licensed to practice in ...}. */
  static String inProse(ReviewerCredentials reviewer) {
    StringBuilder prose =
        new StringBuilder("Board Certified in ").append(reviewer.specialties().get(0));
    if (!reviewer.subspecialties().isEmpty()) {
      prose.append(", has a subspecialty in ").append(reviewer.subspecialties().get(0));
    }
    return prose
        .append(" and is licensed to practice in ")
        .append(reviewer.licensedStates().get(0))
        .toString();
  }
}
