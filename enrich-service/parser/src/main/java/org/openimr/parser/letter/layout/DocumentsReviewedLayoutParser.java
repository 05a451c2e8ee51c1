package org.openimr.parser.letter.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.boundary.HeaderBlockFinder;
import org.openimr.parser.letter.item.DecisionSentence;
import org.openimr.parser.letter.item.ItemLabel;
import org.openimr.parser.letter.item.ItemsResult;
import org.openimr.parser.letter.item.LabelledItemsParser;
import org.openimr.parser.letter.item.ProseItemsParser;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.NumberedLineScanner;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Parses letters of 2013 and 2014. {@code MAXIMUS FEDERAL SERVICES, INC.}, {@code Independent
 * Medical Review}, then {@code HOW THE IMR FINAL DETERMINATION WAS MADE}, {@code DOCUMENTS
 * REVIEWED}, {@code CLINICAL CASE SUMMARY} and {@code IMR DECISION(S) AND RATIONALE(S)}. Its items
 * are numbered sentences with the reasons in prose, or have the labels of STANDARD.
 */
record DocumentsReviewedLayoutParser() implements LayoutParser {
  private static final SpacingTolerantLiteral HOW_MADE =
      new SpacingTolerantLiteral("HOW THE IMR FINAL DETERMINATION WAS MADE");
  private static final SpacingTolerantLiteral DOCUMENTS =
      new SpacingTolerantLiteral("DOCUMENTS REVIEWED");
  private static final SpacingTolerantLiteral SUMMARY =
      new SpacingTolerantLiteral("CLINICAL CASE SUMMARY");
  private static final SpacingTolerantLiteral DECISIONS =
      new SpacingTolerantLiteral("IMR DECISION(S) AND RATIONALE(S)");

  @Override
  public Optional<ParseResult> parse(NormalizedLetter letter) {
    String text = letter.text();
    int howMade = HOW_MADE.find(text, 0);
    int summary = howMade < 0 ? -1 : SUMMARY.find(text, howMade);
    int decisions = summary < 0 ? -1 : DECISIONS.find(text, summary);
    if (decisions < 0) {
      return Optional.empty();
    }
    int documents = DOCUMENTS.findByFirstWord(text, howMade, summary);
    LineWrapStyle wrapStyle = LineWrapStyle.measure(text, summary, text.length());
    SectionOffsets sections =
        new SectionOffsets(
            HeaderBlockFinder.findStart(text, 0, howMade),
            howMade,
            howMade,
            documents < 0 ? summary : documents,
            LeadSentence.SUMMARY.skip(text, SUMMARY.endAt(text, summary, decisions), decisions),
            decisions,
            wrapStyle);
    int end = text.length();
    int start = LeadSentence.ISSUES.skip(text, DECISIONS.endAt(text, decisions, end), end);
    ItemsResult items = parseItems(letter, start, ClosingNotice.find(text, start, end), wrapStyle);
    return Optional.of(sections.parse(LetterLayout.DOCUMENTS_REVIEWED, letter, items));
  }

  private static ItemsResult parseItems(
      NormalizedLetter letter, int start, int to, LineWrapStyle wrapStyle) {
    ItemLabel.Occurrence label = ItemLabel.findNext(letter.text(), start);
    return label != null && label.label() == ItemLabel.CLAIMS_ADMINISTRATOR
        ? LabelledItemsParser.parse(letter, start, to, wrapStyle)
        : ProseItemsParser.parse(
            letter, findNumberedItems(letter.text(), start, to), to, wrapStyle);
  }

  /** Finds the items, each a decision followed by its reasons. */
  private static List<ProseItemsParser.ItemLocation> findNumberedItems(
      String text, int start, int to) {
    List<ProseItemsParser.ItemLocation> items = new ArrayList<>();
    int necessary = DecisionSentence.findMedicallyNecessary(text, start, to);
    int line = NumberedLineScanner.find(text, 1, start, to);
    if (line < 0) {
      int only = Whitespace.skipForward(text, start, to);
      add(items, DecisionSentence.parseAt(text, only, necessary, to), only);
    }
    while (line >= 0 && necessary >= 0) {
      int words = NumberedLineScanner.afterNumber(text, line, to);
      necessary =
          necessary < words ? DecisionSentence.findMedicallyNecessary(text, words, to) : necessary;
      int nearerLine =
          NumberedLineScanner.find(text, items.size() + 1, words, Math.max(words, necessary));
      int from =
          nearerLine >= 0
              ? nearerLine
              : add(items, DecisionSentence.parseAt(text, words, necessary, to), line);
      line = NumberedLineScanner.find(text, items.size() + 1, from, to);
    }
    return items;
  }

  /** Adds an item unless its decision is null. Returns the offset to search for the next one. */
  private static int add(
      List<ProseItemsParser.ItemLocation> items, @Nullable DecisionSentence decision, int start) {
    if (decision == null) {
      return start + 1;
    }
    items.add(new ProseItemsParser.ItemLocation(decision, start, decision.end()));
    return decision.end();
  }
}
