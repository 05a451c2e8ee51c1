package org.openimr.parser.letter.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The numbers in lines of the same form. A number that grows with the pages counts them, and only
 * furniture counts pages.
 */
final class LineCounters {
  /** Lines of one form that are examined; more than a document has pages. */
  static final int MAX_EXAMINED = 2000;

  /** From here on numbers are of documents, not of pages, and pages between may be lost. */
  private static final int MIN_LONG_NUMBER = 1000;

  private static final int MAX_STEP = 20;
  private static final int MAX_VALUE = 1_000_000_000;

  private LineCounters() {}

  /**
   * Returns whether one of the numbers counts the positions of the lines.
   *
   * @param lines lines of one signature, at least two
   * @param positions position of each line, e.g. the index of its page, in ascending order
   */
  static boolean count(List<String> lines, int[] positions) {
    if (countWithTotal(lines)) {
      return true;
    }
    List<int[]> numbers = lines.stream().map(LineCounters::numbersOf).toList();
    for (int k = 0; k < numbers.getFirst().length; k++) {
      if (counts(numbers, positions, k)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether each line has another page number of the same total; pages may be lost. Two
   * numbers that decrease, such as scores in running text, must be all that the lines contain.
   */
  private static boolean countWithTotal(List<String> lines) {
    Set<Integer> totals = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    int previous = 0;
    boolean certain = lines.size() > 2;
    for (String line : lines) {
      PrintedPageNumber number = PrintedPageNumber.find(line);
      if (number == null) {
        return false;
      }
      totals.add(number.total());
      numbers.add(number.number());
      certain |= number.number() < previous && PageNotation.parse(line, 0, line.length()) != null;
      previous = number.number();
    }
    boolean ascending = previous == numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
    return totals.size() == 1 && numbers.size() == lines.size() && (certain || ascending);
  }

  private static boolean counts(List<int[]> numbers, int[] positions, int k) {
    for (int line = 1; line < numbers.size(); line++) {
      int step = numbers.get(line)[k] - numbers.get(line - 1)[k];
      int pages = positions[line] - positions[line - 1];
      boolean longNumber = numbers.get(line)[k] >= MIN_LONG_NUMBER;
      if (step < pages || step > (longNumber ? MAX_STEP * pages : pages)) {
        return false;
      }
    }
    return true;
  }

  private static int[] numbersOf(String line) {
    List<Integer> numbers = new ArrayList<>(6);
    int i = 0;
    while (i < line.length()) {
      int start = i;
      int value = 0;
      while (i < line.length() && Character.isDigit(line.charAt(i))) {
        value = (int) Math.min(value * 10L + Character.digit(line.charAt(i), 10), MAX_VALUE);
        i++;
      }
      if (i > start) {
        numbers.add(value);
      } else {
        i++;
      }
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
