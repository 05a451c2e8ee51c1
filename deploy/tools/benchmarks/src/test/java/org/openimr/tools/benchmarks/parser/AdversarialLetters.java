package org.openimr.tools.benchmarks.parser;

import java.util.stream.Stream;
import org.openimr.parser.letter.layout.LetterParser;

/** Letters of all layouts, each with an expensive part for its scanners. */
final class AdversarialLetters {
  private static final String HEADER = "Case Number: CM16-9123456\nDate Assigned: 12/14/2016\n";
  private static final String REVIEWER = "HOW THE IMR FINAL DETERMINATION WAS MADE\nThe Expert ";
  private static final String SUMMARY = "CLINICAL CASE SUMMARY\nThe injured worker is 52. ";
  private static final String ISSUES = "IMR ISSUES, DECISIONS AND RATIONALES\n";
  private static final String DOCUMENTS =
      REVIEWER + SUMMARY + "\nIMR DECISION(S) AND RATIONALE(S)\n";
  private static final String HEADING = "Wrist brace: Upheld\n";
  private static final String ITEM =
      "Claims Administrator guideline: None. MAXIMUS guideline: MTUS. Decision rationale: It"
          + " failed. ";
  private static final String DECISION = "is medically necessary and appropriate. ";

  private AdversarialLetters() {}

  static Stream<AdversarialText> all() {
    return Stream.of(letters(), framedLetters(), documents()).flatMap(letters -> letters);
  }

  /** Documents with many stamps, pages, header blocks, letters or quoted lines. */
  private static Stream<AdversarialText> documents() {
    String rationale = HEADER + REVIEWER + SUMMARY + ISSUES + HEADING + ITEM;
    String page = "It was not seen that the\n";
    return Stream.of(
        letter(rationale, "DOC 0001\n", ""),
        letter(rationale, page + "RCVD 01/02/2017\n", ""),
        letter(rationale, page + "P.004/008\n\f2017-01-02 TO 5550100 P.005/008\n", ""),
        letter(rationale, page + "Page 2 of 5\n\n\f", ""),
        letter(rationale, "Dr. A. Body, M.D.\ncc: B\n", ""),
        letter(rationale, "Declaration of service by mail\n\n", ""),
        letter(HEADER + REVIEWER, HEADER, SUMMARY + ISSUES + HEADING + ITEM),
        letter("", HEADER + REVIEWER, SUMMARY + ISSUES + HEADING + ITEM),
        letter("", rationale + "It is not medically necessary.\n", ""),
        letter("", rationale + "It is not medically necessary.\n\f", ""),
        letter("", "> " + page, rationale),
        letter("", "12 " + page, rationale));
  }

  private static Stream<AdversarialText> letters() {
    return Stream.of(
            " \n",
            "HOW THE IMR FINAL ",
            "H O W   T H E   I M R   F ",
            "IMR",
            "M-\n",
            "CM16-912345 ",
            "\n\n1\n\n\f2\n",
            "Page 1 of \n",
            "\u00ad \u00ad\n\ufb01",
            "MEDICAL PROFESSIONAL REVIEW ISSUE AT DISPUTE: ",
            "Notice of Independent Medical Review Determination ")
        .map(part -> letter("", part, ""));
  }

  private static Stream<AdversarialText> framedLetters() {
    String items = SUMMARY + ISSUES + HEADING + ITEM;
    String rationale = HEADER + REVIEWER + items;
    String next = "\nA splint: Overturned\n" + ITEM;
    return Stream.concat(
        Stream.of(
            letter("", "Date of Injury: Date 1/1/1-1/1/2016\n", REVIEWER + items),
            letter(HEADER + REVIEWER, "is Board Certified in Care and ,a,,b, ", items),
            letter(HEADER + REVIEWER + SUMMARY, "1 yo a 22 y/o man yY1y ", ISSUES + HEADING + ITEM),
            letter(HEADER + REVIEWER + SUMMARY + ISSUES, "a.\n", HEADING + ITEM),
            letter(HEADER + REVIEWER + SUMMARY + ISSUES, HEADING + ITEM + "\n", ""),
            letter(HEADER + REVIEWER + SUMMARY + ISSUES, "Brace: Upheld " + ITEM, ""),
            letter(HEADER + REVIEWER + SUMMARY + ISSUES, "1. a\n", DECISION),
            letter(
                HEADER + REVIEWER + SUMMARY + ISSUES, "Brace. " + DECISION + ITEM, HEADING + ITEM),
            letter(DOCUMENTS, "1. A brace " + DECISION + "Rationale: It failed.\n", "")),
        Stream.concat(
            Stream.of(
                    ": e: guideline: rationale: ",
                    "Decision rational e: MAXIMUS guideline ",
                    ": Upheld x: Overturned x",
                    "is medically necessary. not medically ",
                    "IMR eligible. original request, ",
                    "a. \n\nB. ",
                    ")\"\n\t")
                .map(part -> letter(rationale, part, next)),
            Stream.of(
                    "has determined the request for a " + DECISION, "Regarding the request for a: ")
                .map(AdversarialLetters::notice)));
  }

  private static AdversarialText notice(String part) {
    String opening =
        "Notice of Independent Medical Review Determination\n"
            + "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE\n";
    String closing = "\nMedical Qualifications of the Expert Reviewer:\nCase Summary:\n";
    return new AdversarialText(
        "notice",
        part,
        bytes ->
            opening
                + AdversarialText.repeatTo(part, bytes / 2)
                + closing
                + AdversarialText.repeatTo(part, bytes / 2),
        LetterParser::parse);
  }

  private static AdversarialText letter(String before, String part, String after) {
    return AdversarialText.surroundedBy("letter", before, part, after, LetterParser::parse);
  }
}
