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
    int from = start;
    int line = NumberedLines.find(text, 1, start, to);
    if (line < 0) {
      Determination only = Determination.at(text, Blanks.skip(text, start, to), to);
      return only == null ? List.of() : List.of(new ProseItems.Source(only, start, only.end()));
    }
    while (line >= 0) {
      Determination found = Determination.at(text, NumberedLines.behind(text, line, to), to);
      from = found == null ? line + 1 : found.end();
      if (found != null) {
        items.add(new ProseItems.Source(found, line, found.end()));
      }
      line = NumberedLines.find(text, items.size() + 1, from, to);
    }
    return items;
  }
}
