package org.openimr.parser.request.text;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number or a range of numbers in a request, printed in digits or words.
 *
 * @param low the number, or the lower end of the range
 * @param high the upper end of the range; equal to {@code low} for a single number
 * @param length number of tokens that it spans
 */
public record NumberRange(double low, double high, int length) {
  private static final Map<String, Integer> VALUES =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  /** The words that are recognized as numbers. */
  public static final Set<String> NUMBER_WORDS = VALUES.keySet();

  /** Numbers with more digits are ignored. */
  private static final int MAX_DIGITS = 9;

  /** The digits with a decimal point among them, and a comma before every three of them. */
  private static final int MAX_LENGTH = MAX_DIGITS + MAX_DIGITS / 3;

  /** Whether a number is printed at the token. It can have too many digits to be parsed. */
  public static boolean startsAt(Tokens tokens, int index) {
    return tokens.isNumber(index) || VALUES.containsKey(tokens.get(index));
  }

  /** Parses the number or range at a token: {@code 12}, {@code two to three}, {@code 4-6}. */
  public static Optional<NumberRange> parse(Tokens tokens, int index) {
    Optional<NumberRange> number = parseNumber(tokens, index);
    return number.isEmpty()
        ? number
        : Optional.of(withRepetition(tokens, index, withUpperEnd(tokens, index, number.get())));
  }

  /** Parses a single number, never a range. */
  public static Optional<NumberRange> parseNumber(Tokens tokens, int index) {
    return tokens.isNumber(index)
        ? inDigits(tokens.get(index))
        : inWords(tokens, index, VALUES.get(tokens.get(index)));
  }

  private static Optional<NumberRange> inWords(Tokens tokens, int index, @Nullable Integer value) {
    if (value == null) {
      return Optional.empty();
    }
    int ones = value < 20 ? 0 : VALUES.getOrDefault(tokens.get(index + 1), 0);
    return Optional.of(ones > 0 && ones < 10 ? exactly(value + ones, 2) : exactly(value, 1));
  }

  private static Optional<NumberRange> inDigits(String word) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int integer = integer(word);
    if (integer >= 0) {
      return Optional.of(exactly(integer, 1));
    }
    String digits = word.replace(",", "");
    boolean isNumber =
        digits.length() <= MAX_DIGITS && digits.indexOf('.') == digits.lastIndexOf('.');
    return isNumber ? Optional.of(exactly(Double.parseDouble(digits), 1)) : Optional.empty();
  }

  /** The value of a word that consists of digits only; -1 for other numbers. */
  private static int integer(String word) {
    int value = word.length() <= MAX_DIGITS ? 0 : -1;
    for (int i = 0; value >= 0 && i < word.length(); i++) {
      char c = word.charAt(i);
      value = c >= '0' && c <= '9' ? value * 10 + c - '0' : -1;
    }
    return value;
  }

  private static NumberRange exactly(double value, int length) {
    return new NumberRange(value, value, length);
  }

  private static NumberRange withUpperEnd(Tokens tokens, int index, NumberRange first) {
    int next = index + first.length();
    boolean dash = tokens.isLinkedBy(next - 1, "-–");
    if (!dash && !tokens.get(next).equals("to")) {
      return first;
    }
    int second = dash ? next : next + 1;
    return parseNumber(tokens, second)
        .filter(number -> number.low() > first.low())
        .map(number -> new NumberRange(first.low(), number.low(), second - index + number.length()))
        .orElse(first);
  }

  /** Includes the repetition of a number in parentheses, as in {@code twelve (12)}. */
  private static NumberRange withRepetition(Tokens tokens, int index, NumberRange range) {
    int next = index + range.length();
    boolean repeated =
        tokens.isLinkedBy(next - 1, "(")
            && parseNumber(tokens, next).filter(n -> n.low() == range.high()).isPresent();
    return repeated ? new NumberRange(range.low(), range.high(), range.length() + 1) : range;
  }
}
