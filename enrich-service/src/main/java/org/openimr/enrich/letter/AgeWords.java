package org.openimr.enrich.letter;

/**
 * The words that make a number an age: {@code 48-year-old}, {@code 48 y/o}, {@code 48 yrs of age}.
 */
final class AgeWords {
  private static final String[] YEARS = {"years", "year", "yrs", "yr"};
  private static final String[] SHORT = {"y/o", "y.o.", "y.o", "yo", "y o", "y-o"};
  private static final int LONGEST_JOINT = 4;
  private static final int MOST_DIGITS = 3;

  private AgeWords() {}

  /** The offset behind the words that start with the {@code y} at an offset, or -1. */
  static int behind(String text, int y) {
    for (String abbreviation : SHORT) {
      int end = y + abbreviation.length();
      if (startsWith(text, y, abbreviation) && !letterAt(text, end)) {
        return end;
      }
    }
    for (String years : YEARS) {
      if (startsWith(text, y, years)) {
        return behindYears(text, y + years.length());
      }
    }
    return -1;
  }

  /** Where the number before the {@code y} at an offset starts, or -1. */
  static int number(String text, int y) {
    int end = y;
    while (end > 0 && y - end < LONGEST_JOINT && joint(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start <= MOST_DIGITS && digit(text.charAt(start - 1))) {
      start--;
    }
    return end > start && end - start <= MOST_DIGITS ? start : -1;
  }

  private static int behindYears(String text, int yearsEnd) {
    int old = yearsEnd;
    while (old < text.length() && old - yearsEnd < LONGEST_JOINT && joint(text.charAt(old))) {
      old++;
    }
    if (startsWith(text, old, "old") && !letterAt(text, old + "old".length())) {
      return old + "old".length();
    }
    return startsWith(text, old, "of age") ? old + "of age".length() : -1;
  }

  /** What may stand between the words. */
  private static boolean joint(char c) {
    return " -.'\u2019\u2013".indexOf(c) >= 0;
  }

  private static boolean startsWith(String text, int at, String words) {
    return text.regionMatches(true, at, words, 0, words.length());
  }

  private static boolean letterAt(String text, int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
