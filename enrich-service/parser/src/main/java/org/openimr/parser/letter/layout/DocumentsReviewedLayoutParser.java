package org.openimr.parser.letter.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * 2013 to 2014. {@code MAXIMUS FEDERAL SERVICES, INC.}, {@code Independent Medical Review}, then
 * {@code HOW THE IMR FINAL DETERMINATION WAS MADE}, {@code DOCUMENTS REVIEWED}, {@code CLINICAL
 * CASE SUMMARY} and {@code IMR DECISION(S) AND RATIONALE(S)}. Its items are numbered sentences with
 * the reasons in prose, or have the labels of STANDARD.
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
    int made = HOW_MADE.find(text, 0);
    int summary = made < 0 ? -1 : SUMMARY.find(text, made);
    int decisions = summary < 0 ? -1 : DECISIONS.find(text, summary);
    if (decisions < 0) {
      return Optional.empty();
    }
    int documents = DOCUMENTS.findWhole(text, made, summary);
    LineWrapStyle typesetting = LineWrapStyle.measure(text, summary, text.length());
    SectionOffsets sections =
        new SectionOffsets(
            made,
            made,
            documents < 0 ? summary : documents,
            LeadSentence.SUMMARY.skip(text, SUMMARY.endAt(text, summary, decisions), decisions),
            decisions,
            typesetting);
    int to = text.length();
    int start = LeadSentence.ISSUES.skip(text, DECISIONS.endAt(text, decisions, to), to);
    ItemsResult items =
        ItemLabel.findNext(text, start) != null
            ? LabelledItemsParser.parse(letter, start, typesetting)
            : ProseItemsParser.parse(letter, numbered(text, start, to), to, typesetting);
    return Optional.of(sections.parse(LetterLayout.DOCUMENTS_REVIEWED, letter, items));
  }

  /** Each item's sentence, with its reasons behind it. */
  private static List<ProseItemsParser.Source> numbered(String text, int start, int to) {
    List<ProseItemsParser.Source> items = new ArrayList<>();
    int necessary = DecisionSentence.findNecessary(text, start, to);
    int line = NumberedLineScanner.find(text, 1, start, to);
    if (line < 0) {
      int only = Whitespace.skipForward(text, start, to);
      add(items, DecisionSentence.parseAt(text, only, necessary, to), only);
    }
    while (line >= 0 && necessary >= 0) {
      int words = NumberedLineScanner.afterNumber(text, line, to);
      necessary = necessary < words ? DecisionSentence.findNecessary(text, words, to) : necessary;
      int nearer =
          NumberedLineScanner.find(text, items.size() + 1, words, Math.max(words, necessary));
      int from =
          nearer >= 0
              ? nearer
              : add(items, DecisionSentence.parseAt(text, words, necessary, to), line);
      line = NumberedLineScanner.find(text, items.size() + 1, from, to);
    }
    return items;
  }

  /** Adds an item if there is one, and says where to look for the next. */
  private static int add(
      List<ProseItemsParser.Source> items, DecisionSentence determination, int start) {
    if (determination == null) {
      return start + 1;
    }
    items.add(new ProseItemsParser.Source(determination, start, determination.end()));
    return determination.end();
  }
}
