package org.openimr.parser.request.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A number or range at a place in a request, in digits or words.
 *
 * @param low its value or lower end
 * @param high equal to {@code low} where no range is printed
 * @param length words that it takes
 */
public record NumberRange(double low, double high, int length) {
  private static final Map<String, Integer> NUMBERS =
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
          Map.entry("nineteen", 19));
  private static final Map<String, Integer> TENS =
      Map.of("twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "ninety", 90);

  /** The numbers that are known in words. */
  public static final Set<String> WORDS =
      Stream.of(NUMBERS, TENS).flatMap(m -> m.keySet().stream()).collect(Collectors.toSet());

  private static final int MAX_DIGITS = 9;

  /** Digits, the point among them, and a comma before every three of them. */
  private static final int MAX_LENGTH = MAX_DIGITS + MAX_DIGITS / 3;

  /** The numbers of up to three digits, which are most of them. */
  private static final List<Optional<NumberRange>> SMALL =
      IntStream.range(0, 1000).mapToObj(value -> Optional.of(exactly(value, 1))).toList();

  /** Whether a number is printed at the word, which may still be too long to be read. */
  static boolean startsAt(Tokens words, int index) {
    return words.isNumber(index) || WORDS.contains(words.foldedAt(index));
  }

  /** The number or range that starts at the word: {@code 12}, {@code two to three}, {@code 4-6}. */
  public static Optional<NumberRange> parse(Tokens words, int index) {
    return words.numberCache().get(words, index);
  }

  /** The same, read anew. */
  static Optional<NumberRange> parseUncached(Tokens words, int index) {
    Optional<NumberRange> number = parseNumber(words, index);
    if (number.isEmpty()) {
      return number;
    }
    NumberRange amount = repeated(words, index, ranged(words, index, number.get()));
    return amount == number.get() ? number : Optional.of(amount);
  }

  /** A single number, never a range. */
  public static Optional<NumberRange> parseNumber(Tokens words, int index) {
    String word = words.foldedAt(index);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (words.isNumber(index)) {
      return inDigits(word);
    }
    return WORDS.contains(word) ? inWords(words, index, word) : Optional.empty();
  }

  private static Optional<NumberRange> inWords(Tokens words, int index, String word) {
    Integer ten = TENS.get(word);
    if (ten == null) {
      return SMALL.get(NUMBERS.get(word));
    }
    Integer one = NUMBERS.get(words.foldedAt(index + 1));
    boolean both = one != null && one < 10;
    return both ? Optional.of(exactly(ten + one, 2)) : SMALL.get(ten);
  }

  private static Optional<NumberRange> inDigits(String word) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int whole = whole(word);
    if (whole >= 0) {
      return whole < SMALL.size() ? SMALL.get(whole) : Optional.of(exactly(whole, 1));
    }
    String digits = word.replace(",", "");
    boolean isNumber =
        digits.length() <= MAX_DIGITS && digits.indexOf('.') == digits.lastIndexOf('.');
    return isNumber ? Optional.of(exactly(Double.parseDouble(digits), 1)) : Optional.empty();
  }

  /** The value of nothing but digits; -1 for any other number. */
  private static int whole(String word) {
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

  private static NumberRange ranged(Tokens words, int index, NumberRange first) {
    int behind = index + first.length();
    boolean dash = words.isLinkedBy(behind - 1, "-–");
    if (!dash && !words.foldedAt(behind).equals("to")) {
      return first;
    }
    int second = dash ? behind : behind + 1;
    return parseNumber(words, second)
        .filter(number -> number.low() > first.low())
        .map(number -> new NumberRange(first.low(), number.low(), second - index + number.length()))
        .orElse(first);
  }

  /** Takes the repetition in {@code twelve (12)} along. */
  private static NumberRange repeated(Tokens words, int index, NumberRange amount) {
    int behind = index + amount.length();
    boolean again =
        words.isLinkedBy(behind - 1, "(")
            && parseNumber(words, behind).filter(n -> n.low() == amount.high()).isPresent();
    return again ? new NumberRange(amount.low(), amount.high(), amount.length() + 1) : amount;
  }
}
