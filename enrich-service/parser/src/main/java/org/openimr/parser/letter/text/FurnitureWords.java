package org.openimr.parser.letter.text;

/** Tells by its words whether a repeated line may be furniture or rather repeats running text. */
public final class FurnitureWords {
  private static final int MIN_CAPITALS = 4;

  /** More words in lower case are running text, and also fewer if they end a sentence. */
  private static final int MAX_LOWER_CASE_WORDS = 4;

  private FurnitureWords() {}

  /** Returns whether a line is running text by the number of its words in lower case. */
  public static boolean areProse(String line) {
    int lower = 0;
    for (int i = 0; i < line.length(); i++) {
      boolean startsWord = i == 0 || line.charAt(i - 1) == ' ';
      lower += startsWord && Character.isLowerCase(line.charAt(i)) ? 1 : 0;
    }
    int max = SentenceBoundaries.endsAt(line, line.length(), 0) ? 2 : MAX_LOWER_CASE_WORDS;
    return lower > max && OfficeWords.count(line, 0, line.length()) < 2;
  }

  /**
   * Returns whether a repeated line may be furniture. A line in lower case, or one that ends a
   * sentence or with a comma, must have words that a rationale does not use.
   */
  public static boolean mayBe(String line) {
    boolean prose =
        Character.isLowerCase(line.charAt(0))
            || line.endsWith(",")
            || SentenceBoundaries.endsAt(line, line.length(), 0);
    return !prose || OfficeWords.count(line, 0, line.length()) > 0;
  }

  /**
   * Returns whether a line that interrupts a text may be furniture whatever its words mean. A date
   * or number that is wrapped alone and running text that starts in lower case or with a number may
   * not.
   */
  public static boolean mayInterrupt(String line) {
    char first = line.charAt(0);
    return !Character.isDigit(first) && !Character.isLowerCase(first)
        || line.chars().anyMatch(Character::isLetter) && !areRunningText(line, 0, line.length());
  }

  /** Returns whether the words of a line alone tell that it is furniture if it is repeated. */
  public static boolean are(String line) {
    return isInCapitals(line) || OfficeWords.count(line, 0, line.length()) > 1;
  }

  private static boolean isInCapitals(String line) {
    return line.chars().noneMatch(Character::isLowerCase)
        && line.chars().filter(Character::isUpperCase).count() >= MIN_CAPITALS;
  }

  /** Returns whether about as many words of a line start in lower case as in capitals, or more. */
  public static boolean areRunningText(String text, int start, int end) {
    int lower = 0;
    int upper = 0;
    for (int i = start; i < end; i++) {
      if (i == start || text.charAt(i - 1) <= ' ') {
        lower += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
        upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
      }
    }
    return lower > 0 && 2 * lower >= upper;
  }

  /** Returns whether a line has a letter in lower case. */
  public static boolean haveLowerCase(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a line has a digit. */
  public static boolean haveDigit(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
