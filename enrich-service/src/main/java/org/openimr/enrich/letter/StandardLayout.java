package org.openimr.enrich.letter;

import java.util.Optional;
import org.openimr.enrich.letter.Reading.Read;

/**
 * 2014 on. A header block (may be missing), {@code HOW THE IMR FINAL DETERMINATION WAS MADE} with
 * the reviewer, {@code CLINICAL CASE SUMMARY}, {@code IMR ISSUES, DECISIONS AND RATIONALES}.
 */
record StandardLayout() implements Layout {
  private static final Literal HOW_MADE = new Literal("HOW THE IMR FINAL DETERMINATION WAS MADE");
  private static final Literal SUMMARY = new Literal("CLINICAL CASE SUMMARY");
  private static final Literal SUMMARY_LEAD = new Literal("records:");
  private static final Literal ISSUES = new Literal("IMR ISSUES, DECISIONS AND RATIONALES");
  private static final Literal ISSUES_LEAD = new Literal("below:");

  /** The sentence between a heading and what it is about is shorter than this. */
  private static final int LEAD = 400;

  @Override
  public Optional<Reading> read(LetterText letter) {
    String text = letter.text();
    int made = HOW_MADE.find(text, 0);
    int summary = made < 0 ? -1 : SUMMARY.find(text, made);
    int issues = summary < 0 ? -1 : ISSUES.find(text, summary);
    return issues < 0 ? Optional.empty() : Optional.of(read(letter, made, summary, issues));
  }

  private static Reading read(LetterText letter, int made, int summary, int issues) {
    String text = letter.text();
    Typesetting typesetting = Typesetting.of(text, made, issues);
    int summaryStart = behindLead(text, summary, SUMMARY, SUMMARY_LEAD, issues);
    int itemsStart = behindLead(text, issues, ISSUES, ISSUES_LEAD, text.length());
    return switch (ItemSections.read(letter, itemsStart, typesetting)) {
      case ItemSections.Broken broken -> broken.reading();
      case ItemSections.Whole whole ->
          new Read(
              new Letter(
                  LayoutName.STANDARD,
                  HeaderBlock.read(text, made),
                  ReviewerSection.read(text, made, summary),
                  SummarySection.read(text, summaryStart, issues, typesetting),
                  whole.items()));
    };
  }

  private static int behindLead(String text, int at, Literal heading, Literal lead, int to) {
    int behind = heading.endAt(text, at, to);
    int limit = Math.min(to, behind + LEAD);
    int leadAt = lead.findWhole(text, behind, limit);
    return leadAt < 0 ? behind : lead.endAt(text, leadAt, limit);
  }
}
