package org.openimr.enrich.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 2013 to 2014. {@code MAXIMUS FEDERAL SERVICES, INC.}, {@code Independent Medical Review}, then
 * {@code HOW THE IMR FINAL DETERMINATION WAS MADE}, {@code DOCUMENTS REVIEWED}, {@code CLINICAL
 * CASE SUMMARY} and {@code IMR DECISION(S) AND RATIONALE(S)}. Its items are numbered sentences with
 * the reasons in prose, or have the labels of STANDARD.
 */
record DocumentsReviewedLayout() implements Layout {
  private static final Literal HOW_MADE = new Literal("HOW THE IMR FINAL DETERMINATION WAS MADE");
  private static final Literal DOCUMENTS = new Literal("DOCUMENTS REVIEWED");
  private static final Literal SUMMARY = new Literal("CLINICAL CASE SUMMARY");
  private static final Literal DECISIONS = new Literal("IMR DECISION(S) AND RATIONALE(S)");

  @Override
  public Optional<Reading> read(LetterText letter) {
    String text = letter.text();
    int made = HOW_MADE.find(text, 0);
    int summary = made < 0 ? -1 : SUMMARY.find(text, made);
    int decisions = summary < 0 ? -1 : DECISIONS.find(text, summary);
    if (decisions < 0) {
      return Optional.empty();
    }
    int documents = DOCUMENTS.findWhole(text, made, summary);
    Typesetting typesetting = Typesetting.of(text, summary, text.length());
    Sections sections =
        new Sections(
            made,
            made,
            documents < 0 ? summary : documents,
            Lead.SUMMARY.behind(text, SUMMARY.endAt(text, summary, decisions), decisions),
            decisions,
            typesetting);
    int to = text.length();
    int start = Lead.ISSUES.behind(text, DECISIONS.endAt(text, decisions, to), to);
    Items items =
        ItemLabel.next(text, start) != null
            ? ItemSections.read(letter, start, typesetting)
            : ProseItems.read(letter, numbered(text, start, to), to, typesetting);
    return Optional.of(sections.read(LayoutName.DOCUMENTS_REVIEWED, letter, items));
  }

  /** Each item's sentence, with its reasons behind it. */
  private static List<ProseItems.Source> numbered(String text, int start, int to) {
    List<ProseItems.Source> items = new ArrayList<>();
    int necessary = Determination.necessary(text, start, to);
    int line = NumberedLines.find(text, 1, start, to);
    if (line < 0) {
      int only = Blanks.skip(text, start, to);
      add(items, Determination.at(text, only, necessary, to), only);
    }
    while (line >= 0 && necessary >= 0) {
      int words = NumberedLines.behind(text, line, to);
      necessary = necessary < words ? Determination.necessary(text, words, to) : necessary;
      int nearer = NumberedLines.find(text, items.size() + 1, words, Math.max(words, necessary));
      int from =
          nearer >= 0 ? nearer : add(items, Determination.at(text, words, necessary, to), line);
      line = NumberedLines.find(text, items.size() + 1, from, to);
    }
    return items;
  }

  /** Adds an item if there is one, and says where to look for the next. */
  private static int add(List<ProseItems.Source> items, Determination determination, int start) {
    if (determination == null) {
      return start + 1;
    }
    items.add(new ProseItems.Source(determination, start, determination.end()));
    return determination.end();
  }
}
