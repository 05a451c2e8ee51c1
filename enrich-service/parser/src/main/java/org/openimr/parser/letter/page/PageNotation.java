package org.openimr.parser.letter.page;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line that consists of a page number: {@code Page 2 of 5}, {@code Pg. 2/5}, {@code - 2 -},
 * {@code [2/5]}, {@code 2}.
 *
 * @param number the number of the page, from 1
 * @param total the number of pages, or 0 if it is not printed
 * @param isLabelled whether the line marks the number as a page number
 */
record PageNotation(int number, int total, boolean isLabelled) {
  private static final int MAX_PAGES = 999;
  private static final int MAX_LABEL_LENGTH = 6;
  private static final Set<String> LABELS =
      Set.of("page", "pages", "pg", "pgs", "pp", "p", "sheet", "folio", "leaf");
  private static final String OPENING = "[(-\u2013\u2014";
  private static final String CLOSING = "])-\u2013\u2014";

  boolean hasTotal() {
    return total > 0;
  }

  /** Parses a line without white space around it. Returns null for any other line. */
  static @Nullable PageNotation parse(String text, int start, int end) {
    return new Scanner(text, start, end).parse();
  }

  /** Reads the parts of a line. */
  private static final class Scanner {
    private final String text;
    private final int end;
    private int at;

    Scanner(String text, int start, int end) {
      this.text = text;
      this.at = start;
      this.end = end;
    }

    @Nullable PageNotation parse() {
      boolean opened = accept(OPENING);
      String label = label();
      int number = number();
      int total = number > 0 && acceptSeparator() ? number() : 0;
      boolean closed = accept(CLOSING);
      boolean valid = number > 0 && (total == 0 || number <= total) && total >= 0 && at == end;
      if (!valid || opened != closed || !label.isEmpty() && !LABELS.contains(label)) {
        return null;
      }
      return new PageNotation(number, total, opened || !label.isEmpty());
    }

    private boolean accept(String marks) {
      boolean found = at < end && marks.indexOf(text.charAt(at)) >= 0;
      at += found ? 1 : 0;
      skip(" |");
      return found;
    }

    /** Returns the word before the number in lower case, or an empty string. */
    private String label() {
      int from = at;
      while (at < end && at - from <= MAX_LABEL_LENGTH && Character.isLetter(text.charAt(at))) {
        at++;
      }
      String label = text.substring(from, at).toLowerCase(Locale.ROOT);
      if (!label.isEmpty()) {
        skip(" .:#|\t");
      }
      return label;
    }

    /** Returns a number of up to three digits, apart from zeros before it, or -1. */
    private int number() {
      int value = 0;
      int from = at;
      while (at < end && value <= MAX_PAGES && Character.isDigit(text.charAt(at))) {
        value = value * 10 + Character.digit(text.charAt(at++), 10);
      }
      boolean valid = at > from && value > 0 && value <= MAX_PAGES;
      skip(" |");
      return valid ? value : -1;
    }

    private boolean acceptSeparator() {
      if (at < end && text.charAt(at) == '/') {
        at++;
        skip(" ");
        return true;
      }
      boolean of = text.regionMatches(true, at, "of", 0, 2) && text.charAt(at - 1) <= ' ';
      at += of ? 2 : 0;
      skip(" |");
      return of;
    }

    private void skip(String marks) {
      while (at < end && marks.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
  }
}
