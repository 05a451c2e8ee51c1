package org.openimr.parser.letter.layout;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseResult;

/** Builds synthetic letters in the STANDARD layout. */
public final class StandardLetterBuilder {
  static final String HEADER =
      """
      Case Number: CM16-9123456
      Date Assigned: 12/14/2016 Date of Injury: 10/11/2016
      Decision Date: 01/24/2017 UR Denial Date: 11/08/2016
      Priority: Standard Application
      Received:
      12/12/2016

      """;
  private static final String REVIEWER =
      """
      HOW THE IMR FINAL DETERMINATION WAS MADE

      MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
      affiliation with the employer, employee, providers or the claims administrator. He/she has been
      in active clinical practice for more than five years and is currently working at least 24 hours a
      week in active practice.

      The Expert Reviewer has the following credentials:
      State(s) of Licensure: Maine, New York
      Certification(s)/Specialty: Preventive Medicine, Occupational Medicine

      """;
  private static final String SUMMARY_HEADING =
      """
      CLINICAL CASE SUMMARY

      The expert reviewer developed the following clinical case summary based on a review of the
      case file, including all medical records:

      """;
  private static final String ITEMS_HEADING =
      """
      IMR ISSUES, DECISIONS AND RATIONALES

      The Final Determination was based on decisions for the disputed items/services set forth below:

      """;

  private String header = HEADER;
  private String summary =
      """
      The injured worker is a 52 year old female baker who hurt the left wrist when a rack fell. A
      splint was worn for three weeks, and naproxen was taken with little effect.

      On the last visit the grip was weak. Utilization review found the requests not medically
      necessary.
      """;
  private final List<String> items = new ArrayList<>();

  public static StandardLetterBuilder standard() {
    return new StandardLetterBuilder();
  }

  public StandardLetterBuilder withHeader(String text) {
    header = text;
    return this;
  }

  public StandardLetterBuilder withSummary(String text) {
    summary = text;
    return this;
  }

  public StandardLetterBuilder withItem(String heading, String rationale) {
    items.add(
        heading
            + """


            Claims Administrator guideline: The Claims Administrator did not cite any medical evidence
            for its decision.

            MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special
            Studies.

            Decision rationale:\s\
            """
            + rationale
            + "\n\n");
    return this;
  }

  /** Returns a letter with two items, the first upheld and the second overturned. */
  public static StandardLetterBuilder withTwoItems() {
    return standard()
        .withItem(
            "Wrist brace, left: Upheld",
            """
            The brace was tried before and did not help. The guideline asks for a record of what was
            gained by it. Therefore, the request is not medically necessary.\
            """)
        .withItem(
            "Occupational therapy twice a week for three weeks: Overturned",
            """
            The grip is weak and no therapy has been given so far. The guideline supports a first
            course of six visits. The request is medically necessary.\
            """);
  }

  public String text() {
    return header
        + REVIEWER
        + SUMMARY_HEADING
        + summary
        + "\n"
        + ITEMS_HEADING
        + String.join("", items);
  }

  Letter parse() {
    return parsed(LetterParser.parse(text()));
  }

  /** Returns the parsed letter. Fails if there is none. */
  static Letter parsed(ParseResult result) {
    return switch (result) {
      case ParseResult.Parsed parsed -> parsed.letter();
      case ParseResult.Failed failed -> throw new AssertionError("parsing failed: " + failed);
    };
  }

  /** Parses a text and returns the failure. Fails if there is none. */
  static ParseResult.Failed parseFailure(String text) {
    return switch (LetterParser.parse(text)) {
      case ParseResult.Parsed parsed -> throw new AssertionError("the text was parsed completely");
      case ParseResult.Failed failed -> failed;
    };
  }
}
