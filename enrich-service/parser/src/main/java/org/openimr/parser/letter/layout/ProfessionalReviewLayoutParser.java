package org.openimr.parser.letter.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.boundary.TitledHeader;
import org.openimr.parser.letter.item.ItemsResult;
import org.openimr.parser.letter.item.RationaleWarnings;
import org.openimr.parser.letter.item.RequestHeadingParser;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Parses the earliest letters. {@code MEDICAL PROFESSIONAL REVIEW}, {@code ISSUE AT DISPUTE:},
 * {@code CASE SUMMARY:}, {@code DOCUMENTS REVIEWED FOR DETERMINATION:}, then the guidelines relied
 * upon and the rationale under long headings, once per issue or once for all numbered issues, and
 * {@code MEDICAL REVIEWER QUALIFICATIONS:}. The heading of the rationale states the decision.
 */
record ProfessionalReviewLayoutParser() implements LayoutParser {
  private static final SpacingTolerantLiteral TITLE =
      new SpacingTolerantLiteral("MEDICAL PROFESSIONAL REVIEW");
  private static final SpacingTolerantLiteral[] ISSUES = {
    new SpacingTolerantLiteral("ISSUE AT DISPUTE:"),
    new SpacingTolerantLiteral("ISSUES AT DISPUTE:"),
    new SpacingTolerantLiteral("ISSUE(S) AT DISPUTE:"),
  };
  private static final SpacingTolerantLiteral SUMMARY = new SpacingTolerantLiteral("CASE SUMMARY:");
  private static final SpacingTolerantLiteral DOCUMENTS =
      new SpacingTolerantLiteral("DOCUMENTS REVIEWED FOR DETERMINATION:");
  private static final SpacingTolerantLiteral[] GUIDELINES = {
    new SpacingTolerantLiteral("MEDICAL TREATMENT GUIDELINE(S) RELIED UPON"),
    new SpacingTolerantLiteral("MEDICAL TREATMENT GUIDELINES RELIED UPON"),
  };
  private static final SpacingTolerantLiteral RATIONALE =
      new SpacingTolerantLiteral("RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE");
  private static final SpacingTolerantLiteral NOT =
      new SpacingTolerantLiteral("NOT MEDICALLY NECESSARY");
  private static final SpacingTolerantLiteral QUALIFICATIONS =
      new SpacingTolerantLiteral("MEDICAL REVIEWER QUALIFICATIONS:");

  @Override
  public Optional<ParseResult> parse(NormalizedLetter letter) {
    String text = letter.text();
    int to = text.length();
    int title = TITLE.find(text, 0);
    int issue = title < 0 ? -1 : SpacingTolerantLiteral.findFirst(text, ISSUES, title, to);
    int summary = issue < 0 ? -1 : SUMMARY.find(text, issue);
    int guidelines =
        summary < 0 ? -1 : SpacingTolerantLiteral.findFirst(text, GUIDELINES, summary, to);
    return guidelines < 0
        ? Optional.empty()
        : Optional.of(parse(letter, issue, summary, guidelines));
  }

  private static ParseResult parse(
      NormalizedLetter letter, int issue, int summary, int guidelines) {
    String text = letter.text();
    int qualifications = QUALIFICATIONS.find(text, guidelines);
    int end = qualifications < 0 ? text.length() : qualifications;
    int documents = DOCUMENTS.findByFirstWord(text, summary, guidelines);
    int summaryEnd = documents < 0 ? guidelines : documents;
    SectionOffsets sections =
        new SectionOffsets(
            Math.max(0, TitledHeader.findStart(text, issue)),
            issue,
            end,
            text.length(),
            SUMMARY.endAt(text, summary, summaryEnd),
            summaryEnd,
            LineWrapStyle.measure(text, summary, end));
    int issueText = text.indexOf(':', issue) + 1;
    List<ItemSection> itemSections = findSections(text, guidelines, end);
    ItemsResult items =
        parseItems(letter, itemSections, IssueList.parse(text, issueText, summary), sections);
    return sections.parse(LetterLayout.PROFESSIONAL_REVIEW, letter, items);
  }

  /**
   * The offsets of the parts of an item.
   *
   * @param guidelines start of the guidelines
   * @param rationaleHeading start of the heading of the rationale, or -1 if it is missing
   * @param rationale start of the rationale; not positive if it is missing
   * @param end end of the rationale
   */
  private record ItemSection(int guidelines, int rationaleHeading, int rationale, int end) {}

  private static List<ItemSection> findSections(String text, int from, int to) {
    List<ItemSection> itemSections = new ArrayList<>();
    int guidelines = from;
    while (guidelines >= 0) {
      int next = SpacingTolerantLiteral.findFirst(text, GUIDELINES, guidelines + 1, to);
      int end = next < 0 ? to : next;
      int start = Math.max(guidelines, text.indexOf(':', guidelines, end) + 1);
      int heading = RATIONALE.find(text, start, end);
      int rationale = heading < 0 ? -1 : text.indexOf(':', heading, end) + 1;
      itemSections.add(new ItemSection(start, heading, rationale, end));
      guidelines = next;
    }
    return itemSections;
  }

  private static ItemsResult parseItems(
      NormalizedLetter letter,
      List<ItemSection> itemSections,
      List<String> requests,
      SectionOffsets sections) {
    List<DisputedItem> items = new ArrayList<>(requests.size());
    boolean shared = itemSections.size() == 1;
    if (requests.isEmpty() || !shared && requests.size() != itemSections.size()) {
      return ItemsResult.incompleteItem(letter, 1, "request.text", sections.headerEnd());
    }
    for (String request : requests) {
      ItemSection section = itemSections.get(shared ? 0 : items.size());
      int number = items.size() + 1;
      if (section.rationale() <= 0
          || Whitespace.skipForward(letter.text(), section.rationale(), section.end())
              == section.end()) {
        return ItemsResult.incompleteItem(letter, number, "rationale", section.guidelines());
      }
      items.add(buildItem(letter, number, request, section, sections.wrapStyle()));
    }
    return new ItemsResult.Complete(List.copyOf(items));
  }

  private static DisputedItem buildItem(
      NormalizedLetter letter,
      int number,
      String request,
      ItemSection section,
      LineWrapStyle wrapStyle) {
    String text = letter.text();
    boolean notNecessary =
        NOT.findByFirstWord(text, section.rationaleHeading(), section.rationale()) >= 0;
    DecisionOutcome outcome = notNecessary ? DecisionOutcome.UPHELD : DecisionOutcome.OVERTURNED;
    String rationale =
        LineJoiner.joinParagraphs(text, section.rationale(), section.end(), wrapStyle.lineGap());
    return new DisputedItem(
        number,
        RequestHeadingParser.parse(request),
        outcome,
        letter.sourceMapped(section.guidelines(), section.guidelines()),
        letter.sourceMapped(section.guidelines(), section.rationaleHeading()),
        rationale,
        RationaleWarnings.of(rationale, outcome));
  }
}
