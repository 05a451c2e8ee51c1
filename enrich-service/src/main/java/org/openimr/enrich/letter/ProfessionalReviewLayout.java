package org.openimr.enrich.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The earliest. {@code MEDICAL PROFESSIONAL REVIEW}, {@code ISSUE AT DISPUTE:}, {@code CASE
 * SUMMARY:}, {@code DOCUMENTS REVIEWED FOR DETERMINATION:}, then the guidelines relied upon and the
 * rationale under long headings, once an issue, and {@code MEDICAL REVIEWER QUALIFICATIONS:}. The
 * heading of the rationale is what decides.
 */
record ProfessionalReviewLayout() implements Layout {
  private static final Literal TITLE = new Literal("MEDICAL PROFESSIONAL REVIEW");
  private static final Literal[] ISSUES = {
    new Literal("ISSUE AT DISPUTE:"),
    new Literal("ISSUES AT DISPUTE:"),
    new Literal("ISSUE(S) AT DISPUTE:"),
  };
  private static final Literal SUMMARY = new Literal("CASE SUMMARY:");
  private static final Literal DOCUMENTS = new Literal("DOCUMENTS REVIEWED FOR DETERMINATION:");
  private static final Literal[] GUIDELINES = {
    new Literal("MEDICAL TREATMENT GUIDELINE(S) RELIED UPON"),
    new Literal("MEDICAL TREATMENT GUIDELINES RELIED UPON"),
  };
  private static final Literal RATIONALE =
      new Literal("RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE");
  private static final Literal NOT = new Literal("NOT MEDICALLY NECESSARY");
  private static final Literal QUALIFICATIONS = new Literal("MEDICAL REVIEWER QUALIFICATIONS:");

  @Override
  public Optional<Reading> read(LetterText letter) {
    String text = letter.text();
    int to = text.length();
    int title = TITLE.find(text, 0);
    int issue = title < 0 ? -1 : Literal.first(text, ISSUES, title, to);
    int summary = issue < 0 ? -1 : SUMMARY.find(text, issue);
    int guidelines = summary < 0 ? -1 : Literal.first(text, GUIDELINES, summary, to);
    return guidelines < 0
        ? Optional.empty()
        : Optional.of(read(letter, issue, summary, guidelines));
  }

  private static Reading read(LetterText letter, int issue, int summary, int guidelines) {
    String text = letter.text();
    int qualifications = QUALIFICATIONS.find(text, guidelines);
    int end = qualifications < 0 ? text.length() : qualifications;
    int documents = DOCUMENTS.findWhole(text, summary, guidelines);
    int summaryEnd = documents < 0 ? guidelines : documents;
    Sections sections =
        new Sections(
            issue,
            end,
            text.length(),
            SUMMARY.endAt(text, summary, summaryEnd),
            summaryEnd,
            Typesetting.of(text, summary, end));
    int issueText = text.indexOf(':', issue) + 1;
    List<Part> parts = parts(text, guidelines, end);
    Items items = items(letter, parts, requests(text, issueText, summary, parts.size()), sections);
    return sections.read(LayoutName.PROFESSIONAL_REVIEW, letter, items);
  }

  /**
   * The guidelines and the rationale of an item; {@code rationale} is -1 where its heading lacks.
   */
  private record Part(int guidelines, int rationaleHeading, int rationale, int end) {}

  private static List<Part> parts(String text, int from, int to) {
    List<Part> parts = new ArrayList<>();
    int guidelines = from;
    while (guidelines >= 0) {
      int next = Literal.first(text, GUIDELINES, guidelines + 1, to);
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
    int start = count == 1 ? from : NumberedLines.find(text, 1, from, to);
    for (int number = 1; number <= count && start >= 0; number++) {
      int next = number == count ? to : NumberedLines.find(text, number + 1, start, to);
      int textStart = count == 1 ? start : NumberedLines.behind(text, start, to);
      requests.add(JoinedText.line(text, textStart, next < 0 ? to : next));
      start = next;
    }
    return requests;
  }

  private static Items items(
      LetterText letter, List<Part> parts, List<String> requests, Sections sections) {
    String text = letter.text();
    List<Item> items = new ArrayList<>(parts.size());
    for (Part part : parts) {
      int number = items.size() + 1;
      if (requests.size() < number || requests.get(number - 1).isEmpty()) {
        return Items.incomplete(letter, number, "request.text", sections.headerEnd());
      }
      if (part.rationale() <= 0 || Blanks.skip(text, part.rationale(), part.end()) == part.end()) {
        return Items.incomplete(letter, number, "rationale", part.guidelines());
      }
      items.add(item(letter, number, requests.get(number - 1), part, sections.typesetting()));
    }
    return new Items.Whole(List.copyOf(items));
  }

  private static Item item(
      LetterText letter, int number, String request, Part part, Typesetting typesetting) {
    String text = letter.text();
    boolean refused = NOT.findWhole(text, part.rationaleHeading(), part.rationale()) >= 0;
    Outcome outcome = refused ? Outcome.UPHELD : Outcome.OVERTURNED;
    String rationale =
        JoinedText.paragraphs(text, part.rationale(), part.end(), typesetting.lineGap());
    return new Item(
        number,
        PartlyGranted.read(request),
        outcome,
        letter.sourceMapped(part.guidelines(), part.guidelines()),
        letter.sourceMapped(part.guidelines(), part.rationaleHeading()),
        rationale,
        Conclusion.check(rationale, outcome));
  }
}
