package org.openimr.parser.request.detail;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.Tokens;

/** Dates that a request calls dates of service: {@code DOS: 11/14/16 - 11/18/16}. */
final class ServiceDateScanner {
  private static final int THIS_CENTURY = 2000;
  private static final Set<String> RETROSPECTIVE =
      Set.of("retrospective", "retro", "retrospectively");

  private ServiceDateScanner() {}

  static boolean isRetrospective(Tokens words) {
    for (int at = 0; at < words.count(); at++) {
      String word = words.foldedAt(at);
      if (word.startsWith("retro") && RETROSPECTIVE.contains(word)) {
        return true;
      }
    }
    return false;
  }

  static List<ServiceDates> scan(Tokens words) {
    List<ServiceDates> dates = new ArrayList<>();
    int at = 0;
    while (at < words.count()) {
      int behind = afterLabel(words, at);
      at = behind == at ? at + 1 : readDates(words, behind, dates);
    }
    return List.copyOf(dates);
  }

  /** Behind {@code DOS} or {@code date of service}; the place itself if that is not said. */
  private static int afterLabel(Tokens words, int at) {
    if (words.foldedAt(at).equals("dos")) {
      return at + 1;
    }
    boolean spelled =
        words.foldedAt(at).equals("date")
            && words.foldedAt(at + 1).equals("of")
            && words.foldedAt(at + 2).equals("service");
    return spelled ? at + 3 : at;
  }

  private record Dated(ServiceDates dates, int end) {}

  /** Reads the dates that follow one another; returns the place behind them. */
  private static int readDates(Tokens words, int start, List<ServiceDates> dates) {
    int at = start;
    Optional<Dated> next = datesAt(words, at);
    while (next.isPresent()) {
      dates.add(next.get().dates());
      at = next.get().end();
      next = datesAt(words, words.foldedAt(at).equals("and") ? at + 1 : at);
    }
    return at;
  }

  private static Optional<Dated> datesAt(Tokens words, int from) {
    int end = endOfDate(words, from);
    if (end < 0) {
      return Optional.empty();
    }
    int last = endOfRange(words, end);
    Optional<LocalDate> first = dateBefore(words, end);
    Optional<LocalDate> until = last == end ? first : dateBefore(words, last);
    return Optional.of(
        new Dated(new ServiceDates(words.printed(from, last - 1), first, until), last));
  }

  /** Behind the date that ends a range, or the place itself where a single date is printed. */
  private static int endOfRange(Tokens words, int end) {
    boolean until = words.foldedAt(end).equals("to") || words.foldedAt(end).equals("through");
    if (!until && !words.isLinkedBy(end - 1, "-–")) {
      return end;
    }
    int last = endOfDate(words, until ? end + 1 : end);
    return last < 0 ? end : last;
  }

  /** Behind three numbers joined by slashes or hyphens; -1 if there are none. */
  private static int endOfDate(Tokens words, int at) {
    for (int i = at; i < at + 3; i++) {
      if (i >= words.count() || !isShortNumber(words, i)) {
        return -1;
      }
    }
    return words.isJoinedBy(at, "/-") && words.isJoinedBy(at + 1, "/-") ? at + 3 : -1;
  }

  private static boolean isShortNumber(Tokens words, int at) {
    String word = words.foldedAt(at);
    return word.length() <= 4 && words.isNumber(at) && word.indexOf('.') < 0;
  }

  private static Optional<LocalDate> dateBefore(Tokens words, int end) {
    int month = Integer.parseInt(words.foldedAt(end - 3));
    int day = Integer.parseInt(words.foldedAt(end - 2));
    String printedYear = words.foldedAt(end - 1);
    int year = Integer.parseInt(printedYear) + (printedYear.length() == 2 ? THIS_CENTURY : 0);
    boolean isYear = printedYear.length() == 2 || printedYear.length() == 4;
    return isYear && month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day)
        ? Optional.of(LocalDate.of(year, month, day))
        : Optional.empty();
  }
}
