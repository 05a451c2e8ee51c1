package org.openimr.enrich.letter;

/** The words that make a number an age: {@code 48-year-old}, {@code 48 y/o}, {@code 48 yrs old}. */
final class AgeWords {
  private static final String[] YEARS = {"years", "year", "yrs", "yr"};
  private static final String[] SHORT = {"y/o", "y.o.", "y.o", "yo", "y o", "y-o"};

  private AgeWords() {}

  /** The offset behind number and words if an age starts at {@code at}, else -1. */
  static int behind(String text, int at) {
    int digitsEnd = at;
    while (digitsEnd < text.length() && digitsEnd < at + 4 && digit(text.charAt(digitsEnd))) {
      digitsEnd++;
    }
    int words = joint(text, digitsEnd);
    for (String abbreviation : SHORT) {
      int end = words + abbreviation.length();
      if (startsWith(text, words, abbreviation) && !letter(text, end)) {
        return end;
      }
    }
    for (String years : YEARS) {
      if (startsWith(text, words, years)) {
        return behindYears(text, words + years.length());
      }
    }
    return -1;
  }

  private static int behindYears(String text, int yearsEnd) {
    int old = joint(text, yearsEnd);
    if (startsWith(text, old, "old") && !letter(text, old + 3)) {
      return old + 3;
    }
    return startsWith(text, old, "of age") ? old + "of age".length() : -1;
  }

  /** Behind blanks, hyphens, full stops and apostrophes that may stand between the words. */
  private static int joint(String text, int at) {
    int i = at;
    while (i < text.length() && i < at + 4 && " -.'\u2019\u2013".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  static boolean startsWith(String text, int at, String lowerCase) {
    return text.regionMatches(true, at, lowerCase, 0, lowerCase.length());
  }

  private static boolean letter(String text, int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
