package org.openimr.parser.letter.summary;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A printed age, a number with the words that mark it as an age: {@code 48-year-old}, {@code 48
 * y/o}, {@code 48 yrs of age}, {@code forty-eight year old}.
 *
 * @param start offset of the number
 * @param end offset just past the words
 * @param years the age in years
 */
record AgePhrase(int start, int end, int years) {
  private static final String[] YEAR_WORDS = {"years", "year", "yrs", "yr"};
  private static final String[] YEAR_ABBREVIATIONS = {"y/o", "y.o.", "y.o", "yo", "y o", "y-o"};
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final List<String> ONES =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
  private static final int MAX_JOINER_LENGTH = 4;
  private static final int MAX_DIGITS = 3;

  /**
   * Returns the age whose unit starts with the {@code y} at an offset, or null if there is none.
   *
   * @param y offset of a {@code y} or {@code Y}
   */
  static @Nullable AgePhrase find(String text, int y) {
    int numberEnd = y;
    while (numberEnd > 0
        && y - numberEnd < MAX_JOINER_LENGTH
        && isJoiner(text.charAt(numberEnd - 1))) {
      numberEnd--;
    }
    if (numberEnd == 0 || !Character.isLetterOrDigit(text.charAt(numberEnd - 1))) {
      return null;
    }
    int end = afterYears(text, y);
    if (end < 0) {
      return null;
    }
    return isDigit(text.charAt(numberEnd - 1))
        ? parseDigits(text, numberEnd, end)
        : numberEnd == y ? null : parseWords(text, numberEnd, end);
  }

  private static @Nullable AgePhrase parseDigits(String text, int numberEnd, int end) {
    int start = numberEnd;
    int years = 0;
    int unit = 1;
    while (start > 0 && isDigit(text.charAt(start - 1))) {
      if (numberEnd - start == MAX_DIGITS) {
        return null;
      }
      years += unit * (text.charAt(--start) - '0');
      unit *= 10;
    }
    return new AgePhrase(start, end, years);
  }

  private static @Nullable AgePhrase parseWords(String text, int numberEnd, int end) {
    int lastStart = lettersStart(text, numberEnd);
    int tens = TENS.indexOf(lowerCase(text, lastStart, numberEnd));
    if (tens >= 0) {
      return new AgePhrase(lastStart, end, 20 + 10 * tens);
    }
    int ones = ONES.indexOf(lowerCase(text, lastStart, numberEnd)) + 1;
    int firstEnd =
        lastStart > 0 && isJoiner(text.charAt(lastStart - 1)) ? lastStart - 1 : lastStart;
    int firstStart = lettersStart(text, firstEnd);
    tens = TENS.indexOf(lowerCase(text, firstStart, firstEnd));
    return ones == 0 || tens < 0 ? null : new AgePhrase(firstStart, end, 20 + 10 * tens + ones);
  }

  private static String lowerCase(String text, int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** Returns the start of the letters that end at an offset, at most one number word before it. */
  private static int lettersStart(String text, int end) {
    int start = end;
    while (start > 0
        && end - start < "seventy ".length()
        && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Returns the offset just past the unit that starts at {@code y}, or -1 if there is none. */
  private static int afterYears(String text, int y) {
    for (String abbreviation : YEAR_ABBREVIATIONS) {
      int end = y + abbreviation.length();
      if (startsWith(text, y, abbreviation) && !isLetter(text, end)) {
        return end;
      }
    }
    for (String word : YEAR_WORDS) {
      if (startsWith(text, y, word)) {
        return afterOld(text, y + word.length());
      }
    }
    return -1;
  }

  private static int afterOld(String text, int yearsEnd) {
    int old = yearsEnd;
    while (old < text.length()
        && old - yearsEnd < MAX_JOINER_LENGTH
        && isJoiner(text.charAt(old))) {
      old++;
    }
    if (startsWith(text, old, "old") && !isLetter(text, old + "old".length())) {
      return old + "old".length();
    }
    return startsWith(text, old, "of age") ? old + "of age".length() : -1;
  }

  /** Returns whether a character may separate the words of an age. */
  private static boolean isJoiner(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '\'' || c == '\u2019' || c == '\u2013';
  }

  private static boolean startsWith(String text, int at, String words) {
    return text.regionMatches(true, at, words, 0, words.length());
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
