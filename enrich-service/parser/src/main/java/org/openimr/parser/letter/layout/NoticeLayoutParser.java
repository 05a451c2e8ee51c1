package org.openimr.parser.letter.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.boundary.TitledHeader;
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
 * Parses letters of 2013. {@code Notice of Independent Medical Review Determination}, {@code
 * Dated:}, the determinations as numbered sentences; {@code INDEPENDENT MEDICAL REVIEW DECISION AND
 * RATIONALE} with the same sentences; {@code Medical Qualifications of the Expert Reviewer:},
 * {@code Case Summary:}, and the guidelines and the rationale of each item in prose.
 */
record NoticeLayoutParser() implements LayoutParser {
  private static final SpacingTolerantLiteral[] TITLES = {
    new SpacingTolerantLiteral("Notice of Independent Medical Review Determination"),
    new SpacingTolerantLiteral("NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION"),
  };
  private static final SpacingTolerantLiteral DECISION_HEADING =
      new SpacingTolerantLiteral("INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE");
  private static final SpacingTolerantLiteral QUALIFICATIONS =
      new SpacingTolerantLiteral("Medical Qualifications of the Expert Reviewer:");
  private static final SpacingTolerantLiteral SUMMARY = new SpacingTolerantLiteral("Case Summary:");
  private static final SpacingTolerantLiteral EXPERT_REVIEWER =
      new SpacingTolerantLiteral("Expert Reviewer");
  private static final SpacingTolerantLiteral DOCUMENTS =
      new SpacingTolerantLiteral("Documents Reviewed for Determination:");

  /** Maximum number of notices to look at. */
  private static final int MAX_NOTICES = 8;

  @Override
  public Optional<ParseResult> parse(NormalizedLetter letter) {
    String text = letter.text();
    int title = SpacingTolerantLiteral.findFirst(text, TITLES, 0, text.length());
    int decision = title < 0 ? -1 : DECISION_HEADING.find(text, title);
    int qualifications = decision < 0 ? -1 : QUALIFICATIONS.find(text, decision);
    int summary = qualifications < 0 ? -1 : SUMMARY.find(text, qualifications);
    return summary < 0
        ? Optional.empty()
        : Optional.of(parse(letter, decision, qualifications, summary));
  }

  private static ParseResult parse(
      NormalizedLetter letter, int decision, int qualifications, int summary) {
    String text = letter.text();
    List<DecisionSentence> decisions = DecisionSentence.findAll(text, decision, qualifications);
    int end = findItemsEnd(text, decisions.size(), SUMMARY.endAt(text, summary, text.length()));
    List<Integer> starts = NoticeItemScanner.findStarts(text, decisions.size(), summary, end);
    int documents = DOCUMENTS.findByFirstWord(text, summary, end);
    int summaryEnd = documents >= 0 ? documents : starts.isEmpty() ? end : starts.getFirst();
    int title = EXPERT_REVIEWER.startBefore(text, summary, qualifications);
    SectionOffsets sections =
        new SectionOffsets(
            Math.max(0, TitledHeader.findStart(text, decision)),
            decision,
            qualifications,
            title < 0 ? summary : title,
            SUMMARY.endAt(text, summary, end),
            summaryEnd,
            LineWrapStyle.measure(text, qualifications, end));
    return sections.parse(
        LetterLayout.NOTICE,
        letter,
        parseItems(letter, decision, decisions, starts, end, sections));
  }

  /**
   * Returns the offset of the closing notice after the items. A notice before the items, such as a
   * disclaimer in the case summary, is not the closing one.
   *
   * @param count the number of items
   */
  private static int findItemsEnd(String text, int count, int summaryStart) {
    int to = text.length();
    int end = ClosingNotice.find(text, summaryStart, to);
    for (int notices = 1; end < to && notices < MAX_NOTICES; notices++) {
      if (NoticeItemScanner.findStarts(text, count, summaryStart, end).size() == count) {
        return end;
      }
      end = ClosingNotice.find(text, end + 1, to);
    }
    return end;
  }

  private static ItemsResult parseItems(
      NormalizedLetter letter,
      int decision,
      List<DecisionSentence> decisions,
      List<Integer> starts,
      int end,
      SectionOffsets sections) {
    List<DecisionSentence> noticeDecisions = DecisionSentence.findAll(letter.text(), 0, decision);
    if (decisions.isEmpty()) {
      return ItemsResult.noItems(letter, decision);
    }
    int announced =
        DecisionSentence.countAnnounced(letter.text(), decision, sections.reviewerStart());
    if (announced > decisions.size()) {
      return ItemsResult.incompleteItem(letter, decisions.size() + 1, "outcome", decision);
    }
    if (!noticeDecisions.isEmpty() && !outcomes(noticeDecisions).equals(outcomes(decisions))) {
      return ItemsResult.incompleteItem(letter, 1, "outcome", noticeDecisions.getFirst().start());
    }
    if (starts.size() < decisions.size()) {
      return ItemsResult.incompleteItem(
          letter, starts.size() + 1, "rationale", sections.summaryStart());
    }
    List<ProseItemsParser.ItemLocation> locations = new ArrayList<>();
    for (int k = 0; k < decisions.size(); k++) {
      locations.add(
          new ProseItemsParser.ItemLocation(decisions.get(k), starts.get(k), starts.get(k)));
    }
    return ProseItemsParser.parse(letter, locations, end, sections.wrapStyle());
  }

  private static List<DecisionOutcome> outcomes(List<DecisionSentence> decisions) {
    return decisions.stream().map(DecisionSentence::outcome).toList();
  }
}
