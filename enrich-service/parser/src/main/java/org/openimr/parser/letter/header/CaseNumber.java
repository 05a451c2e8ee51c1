package org.openimr.parser.letter.header;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.header.CaseNumberParser.PrintedNumber;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.text.Whitespace;

/**
 * The case number of a letter. The number after a label always takes precedence over one that only
 * looks like it.
 *
 * @param number the number in its usual form; empty if none is printed or it is unusable
 * @param doubt what is wrong with it
 */
record CaseNumber(Optional<String> number, Doubt doubt) {
  static final String FIELD = "caseNumber";

  /** Maximum distance between a label and the end of a table of which only labels come first. */
  private static final int MAX_TABLE_LENGTH = 600;

  enum Doubt {
    NONE,
    /** It is not printed. */
    MISSING,
    /** The print had to be corrected. */
    CORRECTED,
    /** What is printed is not a case number. */
    INVALID,
    /** The number has no label. */
    UNLABELLED
  }

  /** Returns the warning about a number that is printed in another way than it should be. */
  Optional<ParseWarning> warning() {
    return switch (doubt) {
      case NONE, MISSING -> Optional.empty();
      case CORRECTED -> Optional.of(FieldWarnings.corrected(FIELD));
      case INVALID -> Optional.of(FieldWarnings.invalid(FIELD));
      case UNLABELLED -> Optional.of(FieldWarnings.unlabelled(FIELD));
    };
  }

  /** Finds the case number in the text before an offset. */
  static CaseNumber find(String text, int end) {
    int label = findLabel(text, end);
    if (label < 0) {
      PrintedNumber any = findAnywhere(text, 0, end);
      return any == null || any.number() == null
          ? of(any)
          : new CaseNumber(Optional.of(any.number()), Doubt.UNLABELLED);
    }
    int value = Whitespace.skipForward(text, label, end);
    PrintedNumber after = value < end ? CaseNumberParser.parseAt(text, value) : null;
    if (after != null) {
      return of(after);
    }
    if (isPrintedValue(text, label, value, end)) {
      return new CaseNumber(Optional.empty(), Doubt.INVALID);
    }
    return of(isLabelOfInlineTable(text, value, end) ? null : findCell(text, label, end));
  }

  private static CaseNumber of(@Nullable PrintedNumber printed) {
    if (printed == null) {
      return new CaseNumber(Optional.empty(), Doubt.MISSING);
    }
    Doubt doubt =
        printed.number() == null
            ? Doubt.INVALID
            : printed.isCorrected() ? Doubt.CORRECTED : Doubt.NONE;
    return new CaseNumber(Optional.ofNullable(printed.number()), doubt);
  }

  /**
   * Returns the offset just past the label of the letter's own number, or -1. It is the last label
   * that starts a line, because a cover letter comes first, else the last label.
   */
  private static int findLabel(String text, int end) {
    int last = -1;
    int lastOnLine = -1;
    for (int i = CaseNumberLabel.find(text, 0, end);
        i >= 0;
        i = CaseNumberLabel.find(text, i + 1, end)) {
      last = CaseNumberLabel.endAt(text, i, end);
      lastOnLine = CaseNumberLabel.startsLine(text, i) ? last : lastOnLine;
    }
    return lastOnLine >= 0 ? lastOnLine : last;
  }

  /** Returns whether something else with a digit is printed on the line of the label. */
  private static boolean isPrintedValue(String text, int label, int value, int end) {
    if (Whitespace.countLineEnds(text, label, value) > 0) {
      return false;
    }
    int wordEnd = value;
    boolean digits = false;
    while (wordEnd < end && text.charAt(wordEnd) > ' ') {
      digits |= PrintedDigits.isDigit(text.charAt(wordEnd++));
    }
    return digits && PrintedDateParser.endAt(text, value, end) < 0;
  }

  /** Returns whether the next label has its date on its line, so that a number would as well. */
  private static boolean isLabelOfInlineTable(String text, int next, int end) {
    DateLabel label = next < end ? DateLabel.startingAt(text, next, end) : null;
    if (label == null) {
      return false;
    }
    int labelEnd = label.endAt(text, next, end);
    int date = Whitespace.skipForward(text, labelEnd, end);
    return Whitespace.countLineEnds(text, labelEnd, date) == 0
        && PrintedDateParser.endAt(text, date, end) >= 0;
  }

  /** Returns the number that is a cell of a table, after or else before its label, or null. */
  private static @Nullable PrintedNumber findCell(String text, int label, int end) {
    PrintedNumber after = findAnywhere(text, label, Math.min(end, label + MAX_TABLE_LENGTH));
    return after != null
        ? after
        : findLineStart(text, Math.max(0, label - MAX_TABLE_LENGTH), label);
  }

  private static @Nullable PrintedNumber findAnywhere(String text, int from, int end) {
    PrintedNumber unusable = null;
    for (int i = CaseNumberParser.findPrefix(text, from, end);
        i >= 0;
        i = CaseNumberParser.findPrefix(text, i + 1, end)) {
      PrintedNumber printed = CaseNumberParser.parseAt(text, i);
      if (printed != null && printed.number() != null) {
        return printed;
      }
      unusable = unusable == null ? printed : unusable;
    }
    return unusable;
  }

  private static @Nullable PrintedNumber findLineStart(String text, int from, int end) {
    PrintedNumber last = null;
    for (PrintedNumber printed = findAnywhere(text, from, end);
        printed != null;
        printed = findAnywhere(text, printed.start() + 1, end)) {
      last = CaseNumberLabel.startsLine(text, printed.start()) ? printed : last;
    }
    return last;
  }
}
