package org.openimr.parser.letter.summary;

import java.util.List;
import java.util.Locale;

/**
 * A number and the words that make it an age: {@code 48-year-old}, {@code 48 y/o}, {@code 48 yrs of
 * age}, {@code forty-eight year old}.
 *
 * @param start offset of the number
 * @param end offset behind the words
 */
record AgePhrase(int start, int end, int years) {
  private static final String[] YEARS = {"years", "year", "yrs", "yr"};
  private static final String[] SHORT = {"y/o", "y.o.", "y.o", "yo", "y o", "y-o"};
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final List<String> ONES =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
  private static final int MAX_JOINT_LENGTH = 4;
  private static final int MAX_DIGITS = 3;

  /** The age whose words have their {@code y} at an offset, or null. */
  static AgePhrase find(String text, int y) {
    int numberEnd = y;
    while (numberEnd > 0 && y - numberEnd < MAX_JOINT_LENGTH && joint(text.charAt(numberEnd - 1))) {
      numberEnd--;
    }
    if (numberEnd == 0 || !Character.isLetterOrDigit(text.charAt(numberEnd - 1))) {
      return null;
    }
    int end = afterYears(text, y);
    if (end < 0) {
      return null;
    }
    return digit(text.charAt(numberEnd - 1))
        ? inDigits(text, numberEnd, end)
        : numberEnd == y ? null : inWords(text, numberEnd, end);
  }

  private static AgePhrase inDigits(String text, int numberEnd, int end) {
    int start = numberEnd;
    int years = 0;
    int unit = 1;
    while (start > 0 && digit(text.charAt(start - 1))) {
      if (numberEnd - start == MAX_DIGITS) {
        return null;
      }
      years += unit * (text.charAt(--start) - '0');
      unit *= 10;
    }
    return new AgePhrase(start, end, years);
  }

  private static AgePhrase inWords(String text, int numberEnd, int end) {
    int lastStart = letters(text, numberEnd);
    int tens = TENS.indexOf(word(text, lastStart, numberEnd));
    if (tens >= 0) {
      return new AgePhrase(lastStart, end, 20 + 10 * tens);
    }
    int ones = ONES.indexOf(word(text, lastStart, numberEnd)) + 1;
    int firstEnd = lastStart > 0 && joint(text.charAt(lastStart - 1)) ? lastStart - 1 : lastStart;
    int firstStart = letters(text, firstEnd);
    tens = TENS.indexOf(word(text, firstStart, firstEnd));
    return ones == 0 || tens < 0 ? null : new AgePhrase(firstStart, end, 20 + 10 * tens + ones);
  }

  private static String word(String text, int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** Where the letters that end at an offset start, no further back than a number word is long. */
  private static int letters(String text, int end) {
    int start = end;
    while (start > 0
        && end - start < "seventy ".length()
        && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** The offset behind the words that start with the {@code y} at an offset, or -1. */
  private static int afterYears(String text, int y) {
    for (String abbreviation : SHORT) {
      int end = y + abbreviation.length();
      if (startsWith(text, y, abbreviation) && !letterAt(text, end)) {
        return end;
      }
    }
    for (String years : YEARS) {
      if (startsWith(text, y, years)) {
        return afterOld(text, y + years.length());
      }
    }
    return -1;
  }

  private static int afterOld(String text, int yearsEnd) {
    int old = yearsEnd;
    while (old < text.length() && old - yearsEnd < MAX_JOINT_LENGTH && joint(text.charAt(old))) {
      old++;
    }
    if (startsWith(text, old, "old") && !letterAt(text, old + "old".length())) {
      return old + "old".length();
    }
    return startsWith(text, old, "of age") ? old + "of age".length() : -1;
  }

  /** What may stand between the words. */
  private static boolean joint(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '\'' || c == '\u2019' || c == '\u2013';
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
