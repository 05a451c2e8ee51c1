package org.openimr.parser.letter.header;

/** The label of a case number: {@code Case Number:}, {@code IMR CASE NO.}, {@code Case #}. */
final class CaseNumberLabel {
  private static final String CASE = "case";
  private static final String[] NOUNS = {"number", "no", "num", "#"};

  /** Maximum number of characters before a label that starts its line. */
  private static final int MAX_TITLE_LENGTH = 40;

  private CaseNumberLabel() {}

  /** Returns the offset of the next label between two offsets, or -1. */
  static int find(String text, int from, int to) {
    for (int i = from; i + CASE.length() < to; i++) {
      char c = text.charAt(i);
      if ((c == 'C' || c == 'c') && endAt(text, i, to) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the offset just past the label and its colon if it starts at an offset, else -1. */
  static int endAt(String text, int at, int to) {
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))
        || !text.regionMatches(true, at, CASE, 0, CASE.length())) {
      return -1;
    }
    int noun = skipGap(text, at + CASE.length(), to);
    for (String word : NOUNS) {
      int end = noun + word.length();
      if (end <= to
          && text.regionMatches(true, noun, word, 0, word.length())
          && (word.length() > 3 ? isWordEnd(text, end, to) : isAbbreviation(text, end, to))) {
        return skipMarks(text, end, to);
      }
    }
    return -1;
  }

  /** Returns whether the word at an offset is the first of its line, or follows a title there. */
  static boolean startsLine(String text, int at) {
    int first = Math.max(0, at - MAX_TITLE_LENGTH);
    int i = at;
    while (i > first && text.charAt(i - 1) != '\n' && text.charAt(i - 1) != '\r') {
      i--;
    }
    if (i == first && i > 0) {
      return false;
    }
    String before = text.substring(i, at).strip();
    return before.isEmpty() || before.equals("IMR") || before.equals("MAXIMUS");
  }

  private static boolean isWordEnd(String text, int at, int to) {
    return at >= to || !Character.isLetterOrDigit(text.charAt(at));
  }

  /** Returns whether an abbreviation is marked as one, as opposed to the word {@code no}. */
  private static boolean isAbbreviation(String text, int end, int to) {
    return text.charAt(end - 1) == '#' || end < to && isMark(text.charAt(end));
  }

  private static boolean isMark(char c) {
    return c == '.' || c == ':' || c == '\uff1a';
  }

  private static int skipGap(String text, int from, int to) {
    int i = from;
    while (i < to && isGap(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Returns the offset just past the colon and the full stop of an abbreviation. */
  private static int skipMarks(String text, int from, int to) {
    int end = from;
    for (int i = from; i < to && (isMark(text.charAt(i)) || isBlank(text.charAt(i))); i++) {
      end = isBlank(text.charAt(i)) ? end : i + 1;
    }
    return end;
  }

  private static boolean isGap(char c) {
    return c <= ' ' || c == '-' || Character.isSpaceChar(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || Character.isSpaceChar(c);
  }
}
