package org.openimr.parser.letter.item;

import java.util.Optional;
import org.openimr.parser.letter.model.SourceMappedText;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * The reasons of an item in the prose of letters before 2014.
 *
 * @param claimsAdministratorStatement basis of the decision of the claims administrator; empty text
 *     if the letter does not state it
 * @param reviewerStatement basis of the decision of the reviewer; empty text if not stated
 * @param rationaleStart offset of the reviewer's reasons
 * @param rationale the reviewer's reasons, with lines joined
 */
record ProseReasons(
    SourceMappedText claimsAdministratorStatement,
    SourceMappedText reviewerStatement,
    int rationaleStart,
    String rationale) {
  private static final SpacingTolerantLiteral ADMINISTRATOR =
      new SpacingTolerantLiteral("The Claims Administrator");
  private static final SpacingTolerantLiteral[] REVIEWERS = {
    new SpacingTolerantLiteral("The Expert Reviewer"),
    new SpacingTolerantLiteral("The Physician Reviewer"),
    new SpacingTolerantLiteral("The Professional Reviewer"),
    new SpacingTolerantLiteral("The Medical Reviewer"),
  };
  private static final SpacingTolerantLiteral[] RATIONALES = {
    new SpacingTolerantLiteral("Rationale for the Decision:"),
    new SpacingTolerantLiteral("Rationale for Decision:"),
    new SpacingTolerantLiteral("decision rationale:"),
    new SpacingTolerantLiteral("Decision rationale:"),
    new SpacingTolerantLiteral("DECISION RATIONALE:"),
    new SpacingTolerantLiteral("Rationale:"),
    new SpacingTolerantLiteral("RATIONALE:"),
  };

  private static final SpacingTolerantLiteral GUIDELINES =
      new SpacingTolerantLiteral("His/Her Decision:");

  /** Returns these reasons with a rationale that ends earlier. */
  ProseReasons endingAt(String text, int end, int lineGap) {
    return new ProseReasons(
        claimsAdministratorStatement,
        reviewerStatement,
        rationaleStart,
        LineJoiner.joinParagraphs(text, rationaleStart, end, lineGap));
  }

  /** Parses the reasons in a range. Returns empty if the rationale cannot be found. */
  static Optional<ProseReasons> parse(NormalizedLetter letter, int start, int end, int lineGap) {
    String text = letter.text();
    int label = SpacingTolerantLiteral.findFirst(text, RATIONALES, start, end);
    int reasons = label < 0 ? end : label;
    int guidelines = GUIDELINES.findByFirstWord(text, start, reasons);
    return parse(
        letter, guidelines < 0 ? start : text.indexOf(':', guidelines) + 1, end, label, lineGap);
  }

  private static Optional<ProseReasons> parse(
      NormalizedLetter letter, int start, int end, int label, int lineGap) {
    String text = letter.text();
    int stop = label < 0 ? end : possessorStart(text, label, start);
    int administrator = ADMINISTRATOR.findByFirstWord(text, start, stop);
    int reviewer =
        SpacingTolerantLiteral.findFirst(text, REVIEWERS, Math.max(start, administrator), stop);
    int statement = reviewer >= 0 ? reviewer : administrator >= 0 ? administrator : start;
    int rationale =
        label >= 0
            ? Whitespace.skipForward(text, text.indexOf(':', label, end) + 1, end)
            : paragraphAfter(text, statement, end, lineGap);
    int reviewerEnd = label >= 0 ? stop : rationale;
    if (rationale < 0 || Whitespace.skipForward(text, rationale, end) == end) {
      return Optional.empty();
    }
    return Optional.of(
        new ProseReasons(
            administrator < 0
                ? letter.sourceMapped(start, start)
                : letter.sourceMapped(administrator, reviewer < 0 ? reviewerEnd : reviewer),
            reviewer < 0 && administrator >= 0
                ? letter.sourceMapped(reviewerEnd, reviewerEnd)
                : letter.sourceMapped(Math.min(statement, reviewerEnd), reviewerEnd),
            rationale,
            LineJoiner.joinParagraphs(text, rationale, end, lineGap)));
  }

  /** Returns the start of a label, including a preceding {@code The Expert Reviewer's}. */
  private static int possessorStart(String text, int label, int from) {
    int end = Whitespace.skipBackward(text, label, from);
    boolean possessive =
        end - from > 2
            && text.charAt(end - 1) == 's'
            && "'\u2019".indexOf(text.charAt(end - 2)) >= 0;
    for (int k = 0; possessive && k < REVIEWERS.length; k++) {
      int start = REVIEWERS[k].startBefore(text, end - 2, from);
      if (start >= 0) {
        return start;
      }
    }
    return label;
  }

  private static int paragraphAfter(String text, int from, int end, int lineGap) {
    int newline = text.indexOf('\n', from, end);
    while (newline >= 0) {
      int next = Whitespace.skipForward(text, newline, end);
      if (Whitespace.countLineEnds(text, newline, next) > lineGap
          && SentenceBoundaries.endsAt(text, Whitespace.skipBackward(text, newline, from), from)) {
        return next;
      }
      newline = text.indexOf('\n', next, end);
    }
    return -1;
  }
}
