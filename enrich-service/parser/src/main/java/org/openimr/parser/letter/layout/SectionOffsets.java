package org.openimr.parser.letter.layout;

import java.util.List;
import org.openimr.parser.letter.header.HeaderParser;
import org.openimr.parser.letter.header.ReviewerCredentialsParser;
import org.openimr.parser.letter.item.ItemsResult;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.model.ParseResult.Parsed;
import org.openimr.parser.letter.model.ReviewerCredentials;
import org.openimr.parser.letter.summary.CaseSummaryParser;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;

/**
 * The offsets of the sections of a letter.
 *
 * @param headerStart start of the header block
 * @param headerEnd end of the header block
 * @param reviewerStart start of the reviewer's credentials
 * @param reviewerEnd end of the reviewer's credentials
 * @param summaryStart start of the clinical summary
 * @param summaryEnd end of the clinical summary
 * @param wrapStyle how the running text is wrapped
 */
record SectionOffsets(
    int headerStart,
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
      case ItemsResult.Complete complete -> new Parsed(parse(layout, letter, complete.items()));
    };
  }

  private Letter parse(LetterLayout layout, NormalizedLetter letter, List<DisputedItem> items) {
    ReviewerCredentials reviewer =
        ReviewerCredentialsParser.parse(letter.text(), reviewerStart, reviewerEnd);
    LetterHeader header = HeaderParser.parse(letter, layout, headerStart, headerEnd);
    return new Letter(
        layout,
        header.withWarnings(ReviewerCredentialsParser.missingFields(reviewer)),
        reviewer,
        CaseSummaryParser.parse(letter.text(), summaryStart, summaryEnd, wrapStyle),
        items);
  }
}
