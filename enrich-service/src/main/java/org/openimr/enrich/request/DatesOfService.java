package org.openimr.enrich.request;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dates that a request calls dates of service: {@code DOS: 11/14/16 - 11/18/16}. */
final class DatesOfService {
  private static final int THIS_CENTURY = 2000;

  private DatesOfService() {}

  static boolean isRetrospective(Words words) {
    return words.words().stream()
        .map(Words.Word::folded)
        .anyMatch(
            w -> w.equals("retrospective") || w.equals("retro") || w.equals("retrospectively"));
  }

  static List<ServiceDates> in(Words words) {
    List<ServiceDates> dates = new ArrayList<>();
    int at = 0;
    while (at < words.count()) {
      int behind = behindName(words, at);
      at = behind == at ? at + 1 : readDates(words, behind, dates);
    }
    return List.copyOf(dates);
  }

  /** Behind {@code DOS} or {@code date of service}; the place itself if that is not said. */
  private static int behindName(Words words, int at) {
    if (words.foldedAt(at).equals("dos")) {
      return at + 1;
    }
    boolean spelled =
        words.foldedAt(at).equals("date")
            && words.foldedAt(at + 1).equals("of")
            && words.foldedAt(at + 2).equals("service");
    return spelled ? at + 3 : at;
  }

  private static int readDates(Words words, int start, List<ServiceDates> dates) {
    int at = start;
    while (true) {
      int from = at > start && isAnd(words, at) ? at + 1 : at;
      int end = endOfDate(words, from);
      if (end < 0) {
        return at;
      }
      int until = endOfDate(words, isUntil(words, end) ? end + 1 : end);
      boolean range =
          until > 0
              && (isUntil(words, end) || words.joinedBy(end - 1, " -–"))
              && !words.joinedBy(end - 1, " ");
      boolean worded = until > 0 && isUntil(words, end);
      int last = range || worded ? until : end;
      dates.add(dates(words, from, end, last));
      at = last;
    }
  }

  private static boolean isAnd(Words words, int at) {
    return words.foldedAt(at).equals("and");
  }

  private static boolean isUntil(Words words, int at) {
    return words.foldedAt(at).equals("to") || words.foldedAt(at).equals("through");
  }

  private static ServiceDates dates(Words words, int from, int end, int last) {
    return new ServiceDates(
        words.printed(from, last - 1), dateBefore(words, end), dateBefore(words, last));
  }

  /** Behind three numbers joined by slashes or hyphens; -1 if there are none. */
  private static int endOfDate(Words words, int at) {
    for (int i = at; i < at + 3; i++) {
      if (i >= words.count() || !isShortNumber(words, i)) {
        return -1;
      }
    }
    return words.joinedBy(at, "/-") && words.joinedBy(at + 1, "/-") ? at + 3 : -1;
  }

  private static boolean isShortNumber(Words words, int at) {
    String word = words.foldedAt(at);
    return word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<LocalDate> dateBefore(Words words, int end) {
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
