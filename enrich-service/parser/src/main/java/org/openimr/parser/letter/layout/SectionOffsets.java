package org.openimr.parser.letter.layout;

import org.openimr.parser.letter.header.HeaderParser;
import org.openimr.parser.letter.header.ReviewerCredentialsParser;
import org.openimr.parser.letter.item.ItemsResult;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.model.ParseResult.Parsed;
import org.openimr.parser.letter.summary.CaseSummaryParser;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;

/**
 * The offsets of the sections of a letter.
 *
 * @param headerEnd end of the header block, which starts at 0
 * @param reviewerStart start of the reviewer's credentials
 * @param reviewerEnd end of the reviewer's credentials
 * @param summaryStart start of the clinical summary
 * @param summaryEnd end of the clinical summary
 * @param wrapStyle how the running text is wrapped
 */
record SectionOffsets(
    int headerEnd,
    int reviewerStart,
    int reviewerEnd,
    int summaryStart,
    int summaryEnd,
    LineWrapStyle wrapStyle) {

  /** Parses the other sections and adds the items, or returns the failure of the items. */
  ParseResult parse(LetterLayout layout, NormalizedLetter letter, ItemsResult items) {
    return switch (items) {
      case ItemsResult.Rejected rejected -> rejected.failure();
      case ItemsResult.Complete complete ->
          new Parsed(
              new Letter(
                  layout,
                  HeaderParser.parse(letter, headerEnd),
                  ReviewerCredentialsParser.parse(letter.text(), reviewerStart, reviewerEnd),
                  CaseSummaryParser.parse(letter.text(), summaryStart, summaryEnd, wrapStyle),
                  complete.items()));
    };
  }
}
