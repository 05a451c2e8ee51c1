package org.openimr.parser.letter.layout;

import java.util.Optional;
import org.openimr.parser.letter.boundary.HeaderBlockFinder;
import org.openimr.parser.letter.item.ItemsResult;
import org.openimr.parser.letter.item.LabelledItemsParser;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/**
 * Parses letters since 2014. A header block (may be missing), {@code HOW THE IMR FINAL
 * DETERMINATION WAS MADE} with the reviewer, {@code CLINICAL CASE SUMMARY}, {@code IMR ISSUES,
 * DECISIONS AND RATIONALES}.
 */
record StandardLayoutParser() implements LayoutParser {
  private static final SpacingTolerantLiteral HOW_MADE =
      new SpacingTolerantLiteral("HOW THE IMR FINAL DETERMINATION WAS MADE");
  private static final SpacingTolerantLiteral SUMMARY =
      new SpacingTolerantLiteral("CLINICAL CASE SUMMARY");
  private static final SpacingTolerantLiteral ISSUES =
      new SpacingTolerantLiteral("IMR ISSUES, DECISIONS AND RATIONALES");

  @Override
  public Optional<ParseResult> parse(NormalizedLetter letter) {
    String text = letter.text();
    int howMade = HOW_MADE.find(text, 0);
    int summary = howMade < 0 ? -1 : SUMMARY.find(text, howMade);
    int issues = summary < 0 ? -1 : ISSUES.find(text, summary);
    if (issues < 0) {
      return Optional.empty();
    }
    if (LabelledItemsParser.precedesSection(text, issues)) {
      return Optional.of(
          new ParseResult.Failed(
              ParseResult.FailureCode.PAGE_ORDER,
              "pages",
              0,
              "an item is printed before the heading of the items"));
    }
    LineWrapStyle wrapStyle = LineWrapStyle.measure(text, howMade, issues);
    int summaryStart =
        LeadSentence.SUMMARY.skip(text, SUMMARY.endAt(text, summary, issues), issues);
    SectionOffsets sections =
        new SectionOffsets(
            HeaderBlockFinder.findStart(text, 0, howMade),
            howMade,
            howMade,
            summary,
            summaryStart,
            issues,
            wrapStyle);
    int itemsStart =
        LeadSentence.ISSUES.skip(text, ISSUES.endAt(text, issues, text.length()), text.length());
    ItemsResult items = LabelledItemsParser.parse(letter, itemsStart, wrapStyle);
    return Optional.of(sections.parse(LetterLayout.STANDARD, letter, items));
  }
}
