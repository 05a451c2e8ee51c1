package org.openimr.enrich.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 2013. {@code Notice of Independent Medical Review Determination}, {@code Dated:}, the
 * determinations as numbered sentences; {@code INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE}
 * and the same sentences again; {@code Medical Qualifications of the Expert Reviewer:}, {@code Case
 * Summary:}, and then item after item the guidelines and the rationale in prose.
 */
record NoticeLayout() implements Layout {
  private static final Literal[] TITLES = {
    new Literal("Notice of Independent Medical Review Determination"),
    new Literal("NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION"),
  };
  private static final Literal DECISION =
      new Literal("INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE");
  private static final Literal QUALIFICATIONS =
      new Literal("Medical Qualifications of the Expert Reviewer:");
  private static final Literal SUMMARY = new Literal("Case Summary:");
  private static final Literal EXPERT_REVIEWER = new Literal("Expert Reviewer");
  private static final Literal DOCUMENTS = new Literal("Documents Reviewed for Determination:");
  private static final Literal[] TAIL = {
    new Literal("Effect of the Decision:"), new Literal("Disclaimer:"),
  };

  @Override
  public Optional<Reading> read(LetterText letter) {
    String text = letter.text();
    int title = Literal.first(text, TITLES, 0, text.length());
    int decision = title < 0 ? -1 : DECISION.find(text, title);
    int qualifications = decision < 0 ? -1 : QUALIFICATIONS.find(text, decision);
    int summary = qualifications < 0 ? -1 : SUMMARY.find(text, qualifications);
    return summary < 0
        ? Optional.empty()
        : Optional.of(read(letter, decision, qualifications, summary));
  }

  private static Reading read(LetterText letter, int decision, int qualifications, int summary) {
    String text = letter.text();
    int tail = Literal.first(text, TAIL, summary, text.length());
    int end = tail < 0 ? text.length() : tail;
    List<Determination> determinations = Determination.all(text, decision, qualifications);
    List<Integer> starts = NoticeItems.starts(text, determinations.size(), summary, end);
    int documents = DOCUMENTS.findWhole(text, summary, end);
    int summaryEnd = documents >= 0 ? documents : starts.isEmpty() ? end : starts.getFirst();
    int title = EXPERT_REVIEWER.startBefore(text, summary, qualifications);
    Sections sections =
        new Sections(
            decision,
            qualifications,
            title < 0 ? summary : title,
            SUMMARY.endAt(text, summary, end),
            summaryEnd,
            Typesetting.of(text, qualifications, end));
    return sections.read(
        LayoutName.NOTICE, letter, items(letter, decision, determinations, starts, end, sections));
  }

  private static Items items(
      LetterText letter,
      int decision,
      List<Determination> determinations,
      List<Integer> starts,
      int end,
      Sections sections) {
    List<Determination> announced = Determination.all(letter.text(), 0, decision);
    if (determinations.isEmpty()) {
      return Items.none(letter, decision);
    }
    if (!announced.isEmpty() && !outcomes(announced).equals(outcomes(determinations))) {
      return Items.incomplete(letter, 1, "outcome", announced.getFirst().start());
    }
    if (starts.size() < determinations.size()) {
      return Items.incomplete(letter, starts.size() + 1, "rationale", sections.summaryStart());
    }
    List<ProseItems.Source> sources = new ArrayList<>();
    for (int k = 0; k < determinations.size(); k++) {
      sources.add(new ProseItems.Source(determinations.get(k), starts.get(k), starts.get(k)));
    }
    return ProseItems.read(letter, sources, end, sections.typesetting());
  }

  private static List<Outcome> outcomes(List<Determination> determinations) {
    return determinations.stream().map(Determination::outcome).toList();
  }
}
