package org.openimr.parser.letter.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.item.DecisionSentence;
import org.openimr.parser.letter.item.ItemsResult;
import org.openimr.parser.letter.item.NoticeItemScanner;
import org.openimr.parser.letter.item.ProseItemsParser;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/**
 * 2013. {@code Notice of Independent Medical Review Determination}, {@code Dated:}, the
 * determinations as numbered sentences; {@code INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE}
 * and the same sentences again; {@code Medical Qualifications of the Expert Reviewer:}, {@code Case
 * Summary:}, and then item after item the guidelines and the rationale in prose.
 */
record NoticeLayoutParser() implements LayoutParser {
  private static final SpacingTolerantLiteral[] TITLES = {
    new SpacingTolerantLiteral("Notice of Independent Medical Review Determination"),
    new SpacingTolerantLiteral("NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION"),
  };
  private static final SpacingTolerantLiteral DECISION =
      new SpacingTolerantLiteral("INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE");
  private static final SpacingTolerantLiteral QUALIFICATIONS =
      new SpacingTolerantLiteral("Medical Qualifications of the Expert Reviewer:");
  private static final SpacingTolerantLiteral SUMMARY = new SpacingTolerantLiteral("Case Summary:");
  private static final SpacingTolerantLiteral EXPERT_REVIEWER =
      new SpacingTolerantLiteral("Expert Reviewer");
  private static final SpacingTolerantLiteral DOCUMENTS =
      new SpacingTolerantLiteral("Documents Reviewed for Determination:");
  private static final SpacingTolerantLiteral[] TAIL = {
    new SpacingTolerantLiteral("Effect of the Decision:"),
    new SpacingTolerantLiteral("Disclaimer:"),
  };

  @Override
  public Optional<ParseResult> parse(NormalizedLetter letter) {
    String text = letter.text();
    int title = SpacingTolerantLiteral.findFirst(text, TITLES, 0, text.length());
    int decision = title < 0 ? -1 : DECISION.find(text, title);
    int qualifications = decision < 0 ? -1 : QUALIFICATIONS.find(text, decision);
    int summary = qualifications < 0 ? -1 : SUMMARY.find(text, qualifications);
    return summary < 0
        ? Optional.empty()
        : Optional.of(parse(letter, decision, qualifications, summary));
  }

  private static ParseResult parse(
      NormalizedLetter letter, int decision, int qualifications, int summary) {
    String text = letter.text();
    int tail = SpacingTolerantLiteral.findFirst(text, TAIL, summary, text.length());
    int end = tail < 0 ? text.length() : tail;
    List<DecisionSentence> determinations =
        DecisionSentence.findAll(text, decision, qualifications);
    List<Integer> starts = NoticeItemScanner.findStarts(text, determinations.size(), summary, end);
    int documents = DOCUMENTS.findWhole(text, summary, end);
    int summaryEnd = documents >= 0 ? documents : starts.isEmpty() ? end : starts.getFirst();
    int title = EXPERT_REVIEWER.startBefore(text, summary, qualifications);
    SectionOffsets sections =
        new SectionOffsets(
            decision,
            qualifications,
            title < 0 ? summary : title,
            SUMMARY.endAt(text, summary, end),
            summaryEnd,
            LineWrapStyle.measure(text, qualifications, end));
    return sections.parse(
        LetterLayout.NOTICE,
        letter,
        items(letter, decision, determinations, starts, end, sections));
  }

  private static ItemsResult items(
      NormalizedLetter letter,
      int decision,
      List<DecisionSentence> determinations,
      List<Integer> starts,
      int end,
      SectionOffsets sections) {
    List<DecisionSentence> announced = DecisionSentence.findAll(letter.text(), 0, decision);
    if (determinations.isEmpty()) {
      return ItemsResult.noItems(letter, decision);
    }
    if (!announced.isEmpty() && !outcomes(announced).equals(outcomes(determinations))) {
      return ItemsResult.incompleteItem(letter, 1, "outcome", announced.getFirst().start());
    }
    if (starts.size() < determinations.size()) {
      return ItemsResult.incompleteItem(
          letter, starts.size() + 1, "rationale", sections.summaryStart());
    }
    List<ProseItemsParser.Source> sources = new ArrayList<>();
    for (int k = 0; k < determinations.size(); k++) {
      sources.add(new ProseItemsParser.Source(determinations.get(k), starts.get(k), starts.get(k)));
    }
    return ProseItemsParser.parse(letter, sources, end, sections.typesetting());
  }

  private static List<DecisionOutcome> outcomes(List<DecisionSentence> determinations) {
    return determinations.stream().map(DecisionSentence::outcome).toList();
  }
}
