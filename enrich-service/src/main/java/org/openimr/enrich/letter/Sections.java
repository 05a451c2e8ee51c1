package org.openimr.enrich.letter;

import org.openimr.enrich.letter.Reading.Read;

/**
 * Where a letter's sections lie. The header block is all before {@code headerEnd}.
 *
 * @param typesetting of the letter's running text
 */
record Sections(
    int headerEnd,
    int reviewerStart,
    int reviewerEnd,
    int summaryStart,
    int summaryEnd,
    Typesetting typesetting) {

  /** The whole letter, or the reason why its items can't be read. */
  Reading read(LayoutName layout, LetterText letter, Items items) {
    return switch (items) {
      case Items.Broken broken -> broken.reading();
      case Items.Whole whole ->
          new Read(
              new Letter(
                  layout,
                  HeaderBlock.read(letter, headerEnd),
                  ReviewerSection.read(letter.text(), reviewerStart, reviewerEnd),
                  SummarySection.read(letter.text(), summaryStart, summaryEnd, typesetting),
                  whole.items()));
    };
  }
}
