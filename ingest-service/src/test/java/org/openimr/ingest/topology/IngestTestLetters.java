package org.openimr.ingest.topology;

/** Synthetic letters that ingest recognizes as letters of their own; they have no rationale. */
final class IngestTestLetters {
  private IngestTestLetters() {}

  /** A letter with one item. */
  static String letter(String caseNumber, String request) {
    return """
    Case Number: %s
    Date Assigned: 01/20/2017 Date of Injury: 10/26/2015
    Decision Date: 02/16/2017 UR Denial Date: 01/09/2017
    Priority: Standard Application Received: 01/17/2017

    HOW THE IMR FINAL DETERMINATION WAS MADE

    CLINICAL CASE SUMMARY

    The synthetic worker is a 44-year-old female with back pain.

    IMR ISSUES, DECISIONS AND RATIONALES

    The Final Determination was based on decisions for the disputed items/services set forth below:

    %s: Upheld

    """
        .formatted(caseNumber, request);
  }
}
