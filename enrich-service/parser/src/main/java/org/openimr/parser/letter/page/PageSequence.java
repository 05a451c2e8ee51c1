package org.openimr.parser.letter.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Checks the page numbers that are printed on the pages of a document, with or without form feeds.
 * Only lines that were recognized as page furniture have page numbers; lines of the same form are a
 * series.
 *
 * @param missing numbers of the pages that are not there, in ascending order
 * @param isAscending whether each page has a higher number than the one before it
 */
public record PageSequence(List<Integer> missing, boolean isAscending) {
  private static final int MAX_LINE_LENGTH = 160;

  /** Missing numbers to name; more are an error of the print. */
  private static final int MAX_MISSING = 1000;

  /** The page numbers in lines of one form and with one total, or without one. */
  private static final class Series {
    private final List<Integer> numbers = new ArrayList<>();
    private final int total;
    private boolean certain;
    private boolean onlyNumberBeforePages;

    Series(int total) {
      this.total = total;
    }
  }

  /**
   * Checks the numbers of a document. Pages before the first number count as complete; a document
   * without numbers is complete. Numbers that start again belong to another part of the document.
   *
   * @param text the text with its page furniture
   * @param clean the same text in which the furniture is replaced by spaces
   */
  public static PageSequence of(String text, String clean) {
    Map<String, Series> series = new LinkedHashMap<>();
    TextLines lines = TextLines.of(text, 0, text.length());
    for (int k = 0; k < lines.count(); k++) {
      boolean furniture = clean.charAt(lines.end(k) - 1) == ' ';
      if (furniture && lines.length(k) <= MAX_LINE_LENGTH) {
        add(series, text, lines.start(k), lines.end(k));
      }
    }
    TreeSet<Integer> missing = new TreeSet<>();
    boolean ascending = true;
    for (Series one : series.values()) {
      if (one.certain || one.numbers.size() > 1) {
        ascending &= check(one, missing);
      }
    }
    return new PageSequence(List.copyOf(missing), ascending);
  }

  private static void add(Map<String, Series> series, String text, int start, int end) {
    String form = LineSignature.of(text, start, end);
    PageNotation whole = PageNotation.parse(text, start, end);
    if (whole != null) {
      Series same = seriesOf(series, form, whole.total());
      same.numbers.add(whole.number());
      same.onlyNumberBeforePages = same.numbers.size() == 1 && isBeforePages(text, end);
      same.certain |= whole.hasTotal();
      return;
    }
    PrintedPageNumber part = PrintedPageNumber.find(text.substring(start, end));
    if (part != null) {
      seriesOf(series, form, part.total()).numbers.add(part.number());
    }
  }

  /** Returns whether other pages follow, which may have lost their numbers. */
  private static boolean isBeforePages(String text, int end) {
    int pageBreak = text.indexOf('\f', end);
    return pageBreak >= 0 && Whitespace.skipForward(text, pageBreak, text.length()) < text.length();
  }

  private static Series seriesOf(Map<String, Series> series, String form, int total) {
    return series.computeIfAbsent(form + '/' + total, absent -> new Series(total));
  }

  /** Adds the missing numbers of a series. Returns whether it is in ascending order. */
  private static boolean check(Series series, TreeSet<Integer> missing) {
    int previous = series.numbers.getFirst() - 1;
    for (int number : series.numbers) {
      boolean restarts = number == 1 && (series.total == 0 || previous == series.total);
      if (number <= previous && !restarts) {
        return false;
      }
      addRange(missing, restarts ? number : previous + 1, number);
      previous = number;
    }
    if (!series.onlyNumberBeforePages) {
      addRange(missing, previous + 1, series.total + 1);
    }
    return true;
  }

  private static void addRange(TreeSet<Integer> missing, int from, int to) {
    for (int number = from; number < to && missing.size() < MAX_MISSING; number++) {
      missing.add(number);
    }
  }
}
