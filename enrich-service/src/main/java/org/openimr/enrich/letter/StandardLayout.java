package org.openimr.enrich.letter;

import java.util.Optional;

/**
 * 2014 on. A header block (may be missing), {@code HOW THE IMR FINAL DETERMINATION WAS MADE} with
 * the reviewer, {@code CLINICAL CASE SUMMARY}, {@code IMR ISSUES, DECISIONS AND RATIONALES}.
 */
record StandardLayout() implements Layout {
  private static final Literal HOW_MADE = new Literal("HOW THE IMR FINAL DETERMINATION WAS MADE");
  private static final Literal SUMMARY = new Literal("CLINICAL CASE SUMMARY");
  private static final Literal ISSUES = new Literal("IMR ISSUES, DECISIONS AND RATIONALES");

  @Override
  public Optional<Reading> read(LetterText letter) {
    String text = letter.text();
    int made = HOW_MADE.find(text, 0);
    int summary = made < 0 ? -1 : SUMMARY.find(text, made);
    int issues = summary < 0 ? -1 : ISSUES.find(text, summary);
    if (issues < 0) {
      return Optional.empty();
    }
    Typesetting typesetting = Typesetting.of(text, made, issues);
    int summaryStart = Lead.SUMMARY.behind(text, SUMMARY.endAt(text, summary, issues), issues);
    Sections sections = new Sections(made, made, summary, summaryStart, issues, typesetting);
    int itemsStart =
        Lead.ISSUES.behind(text, ISSUES.endAt(text, issues, text.length()), text.length());
    Items items = ItemSections.read(letter, itemsStart, typesetting);
    return Optional.of(sections.read(LayoutName.STANDARD, letter, items));
  }
}
