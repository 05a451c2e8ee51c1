package org.openimr.enrich.letter;

import java.util.Optional;

/**
 * The reasons of an item in the prose of the letters before 2014: what the claims administrator
 * based its decision on, what the reviewer did, and the rationale.
 *
 * @param administrator empty text where the letter does not say it
 */
record ProseReasons(Passage administrator, Passage reviewer, String rationale) {
  private static final Literal ADMINISTRATOR = new Literal("The Claims Administrator");
  private static final Literal[] REVIEWERS = {
    new Literal("The Expert Reviewer"),
    new Literal("The Physician Reviewer"),
    new Literal("The Professional Reviewer"),
    new Literal("The Medical Reviewer"),
  };
  private static final Literal[] RATIONALES = {
    new Literal("Rationale for the Decision:"),
    new Literal("Rationale for Decision:"),
    new Literal("decision rationale:"),
    new Literal("Decision rationale:"),
    new Literal("DECISION RATIONALE:"),
    new Literal("Rationale:"),
    new Literal("RATIONALE:"),
  };

  private static final Literal GUIDELINES = new Literal("His/Her Decision:");

  /** Reads an item's reasons between two offsets; empty if the rationale can't be told apart. */
  static Optional<ProseReasons> read(LetterText letter, int start, int end, int lineGap) {
    String text = letter.text();
    int label = Literal.first(text, RATIONALES, start, end);
    int reasons = label < 0 ? end : label;
    int guidelines = GUIDELINES.findWhole(text, start, reasons);
    return read(
        letter, guidelines < 0 ? start : text.indexOf(':', guidelines) + 1, end, label, lineGap);
  }

  private static Optional<ProseReasons> read(
      LetterText letter, int start, int end, int label, int lineGap) {
    String text = letter.text();
    int stop = label < 0 ? end : possessorStart(text, label, start);
    int administrator = ADMINISTRATOR.findWhole(text, start, stop);
    int reviewer = Literal.first(text, REVIEWERS, Math.max(start, administrator), stop);
    int statement = reviewer >= 0 ? reviewer : administrator >= 0 ? administrator : start;
    int rationale =
        label >= 0
            ? Blanks.skip(text, text.indexOf(':', label, end) + 1, end)
            : paragraphBehind(text, statement, end, lineGap);
    int reviewerEnd = label >= 0 ? stop : rationale;
    if (rationale < 0 || Blanks.skip(text, rationale, end) == end) {
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
            JoinedText.paragraphs(text, rationale, end, lineGap)));
  }

  /** {@code The Expert Reviewer's} before {@code decision rationale:} is the label's. */
  private static int possessorStart(String text, int label, int from) {
    int end = Blanks.skipBack(text, label, from);
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

  private static int paragraphBehind(String text, int from, int end, int lineGap) {
    int newline = text.indexOf('\n', from, end);
    while (newline >= 0) {
      int next = Blanks.skip(text, newline, end);
      if (Blanks.lineEnds(text, newline, next) > lineGap
          && Sentences.endsAt(text, Blanks.skipBack(text, newline, from), from)) {
        return next;
      }
      newline = text.indexOf('\n', next, end);
    }
    return -1;
  }
}
