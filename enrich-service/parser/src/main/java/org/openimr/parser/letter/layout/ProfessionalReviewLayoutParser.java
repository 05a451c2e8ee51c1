package org.openimr.parser.letter.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.item.ItemsResult;
import org.openimr.parser.letter.item.RationaleConclusionChecker;
import org.openimr.parser.letter.item.RequestHeadingParser;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.NumberedLineScanner;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * The earliest. {@code MEDICAL PROFESSIONAL REVIEW}, {@code ISSUE AT DISPUTE:}, {@code CASE
 * SUMMARY:}, {@code DOCUMENTS REVIEWED FOR DETERMINATION:}, then the guidelines relied upon and the
 * rationale under long headings, once an issue, and {@code MEDICAL REVIEWER QUALIFICATIONS:}. The
 * heading of the rationale is what decides.
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
    int documents = DOCUMENTS.findWhole(text, summary, guidelines);
    int summaryEnd = documents < 0 ? guidelines : documents;
    SectionOffsets sections =
        new SectionOffsets(
            issue,
            end,
            text.length(),
            SUMMARY.endAt(text, summary, summaryEnd),
            summaryEnd,
            LineWrapStyle.measure(text, summary, end));
    int issueText = text.indexOf(':', issue) + 1;
    List<Part> parts = parts(text, guidelines, end);
    ItemsResult items =
        items(letter, parts, requests(text, issueText, summary, parts.size()), sections);
    return sections.parse(LetterLayout.PROFESSIONAL_REVIEW, letter, items);
  }

  /**
   * The guidelines and the rationale of an item; {@code rationale} is -1 where its heading lacks.
   */
  private record Part(int guidelines, int rationaleHeading, int rationale, int end) {}

  private static List<Part> parts(String text, int from, int to) {
    List<Part> parts = new ArrayList<>();
    int guidelines = from;
    while (guidelines >= 0) {
      int next = SpacingTolerantLiteral.findFirst(text, GUIDELINES, guidelines + 1, to);
      int end = next < 0 ? to : next;
      int start = Math.max(guidelines, text.indexOf(':', guidelines, end) + 1);
      int heading = RATIONALE.find(text, start, end);
      int rationale = heading < 0 ? -1 : text.indexOf(':', heading, end) + 1;
      parts.add(new Part(start, heading, rationale, end));
      guidelines = next;
    }
    return parts;
  }

  /** What is at dispute, one text an item; fewer where it can't be told apart. */
  private static List<String> requests(String text, int from, int to, int count) {
    List<String> requests = new ArrayList<>();
    int start = count == 1 ? from : NumberedLineScanner.find(text, 1, from, to);
    for (int number = 1; number <= count && start >= 0; number++) {
      int next = number == count ? to : NumberedLineScanner.find(text, number + 1, start, to);
      int textStart = count == 1 ? start : NumberedLineScanner.afterNumber(text, start, to);
      requests.add(LineJoiner.joinLine(text, textStart, next < 0 ? to : next));
      start = next;
    }
    return requests;
  }

  private static ItemsResult items(
      NormalizedLetter letter, List<Part> parts, List<String> requests, SectionOffsets sections) {
    String text = letter.text();
    List<DisputedItem> items = new ArrayList<>(parts.size());
    for (Part part : parts) {
      int number = items.size() + 1;
      if (requests.size() < number || requests.get(number - 1).isEmpty()) {
        return ItemsResult.incompleteItem(letter, number, "request.text", sections.headerEnd());
      }
      if (part.rationale() <= 0
          || Whitespace.skipForward(text, part.rationale(), part.end()) == part.end()) {
        return ItemsResult.incompleteItem(letter, number, "rationale", part.guidelines());
      }
      items.add(item(letter, number, requests.get(number - 1), part, sections.typesetting()));
    }
    return new ItemsResult.Complete(List.copyOf(items));
  }

  private static DisputedItem item(
      NormalizedLetter letter, int number, String request, Part part, LineWrapStyle typesetting) {
    String text = letter.text();
    boolean refused = NOT.findWhole(text, part.rationaleHeading(), part.rationale()) >= 0;
    DecisionOutcome outcome = refused ? DecisionOutcome.UPHELD : DecisionOutcome.OVERTURNED;
    String rationale =
        LineJoiner.joinParagraphs(text, part.rationale(), part.end(), typesetting.lineGap());
    return new DisputedItem(
        number,
        RequestHeadingParser.parse(request),
        outcome,
        letter.sourceMapped(part.guidelines(), part.guidelines()),
        letter.sourceMapped(part.guidelines(), part.rationaleHeading()),
        rationale,
        RationaleConclusionChecker.check(rationale, outcome));
  }
}
