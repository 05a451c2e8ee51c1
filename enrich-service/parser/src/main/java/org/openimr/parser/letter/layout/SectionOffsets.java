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
 * Where a letter's sections lie. The header block is all before {@code headerEnd}.
 *
 * @param typesetting of the letter's running text
 */
record SectionOffsets(
    int headerEnd,
    int reviewerStart,
    int reviewerEnd,
    int summaryStart,
    int summaryEnd,
    LineWrapStyle typesetting) {

  /** The whole letter, or the reason why its items can't be read. */
  ParseResult parse(LetterLayout layout, NormalizedLetter letter, ItemsResult items) {
    return switch (items) {
      case ItemsResult.Rejected broken -> broken.failure();
      case ItemsResult.Complete whole ->
          new Parsed(
              new Letter(
                  layout,
                  HeaderParser.parse(letter, headerEnd),
                  ReviewerCredentialsParser.parse(letter.text(), reviewerStart, reviewerEnd),
                  CaseSummaryParser.parse(letter.text(), summaryStart, summaryEnd, typesetting),
                  whole.items()));
    };
  }
}
