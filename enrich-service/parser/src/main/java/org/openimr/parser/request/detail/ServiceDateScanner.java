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
  private static final int CENTURY = 2000;

  private static final Set<String> RETROSPECTIVE =
      Set.of("retrospective", "retro", "retrospectively");

  private ServiceDateScanner() {}

  static boolean isRetrospective(Tokens tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      String word = tokens.get(at);
      if (word.startsWith("retro") && RETROSPECTIVE.contains(word)) {
        return true;
      }
    }
    return false;
  }

  static List<ServiceDates> scan(Tokens tokens) {
    List<ServiceDates> dates = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int next = afterLabel(tokens, at);
      at = next == at ? at + 1 : scanDates(tokens, next, dates);
    }
    return List.copyOf(dates);
  }

  /** Index just past {@code DOS} or {@code date of service}; {@code at} if neither is there. */
  private static int afterLabel(Tokens tokens, int at) {
    if (tokens.get(at).equals("dos")) {
      return at + 1;
    }
    boolean spelled =
        tokens.get(at).equals("date")
            && tokens.get(at + 1).equals("of")
            && tokens.get(at + 2).equals("service");
    return spelled ? at + 3 : at;
  }

  /** Dates of service and the index just past them. */
  private record DatesMatch(ServiceDates dates, int end) {}

  /** Adds the dates of a list; returns the index just past them. */
  private static int scanDates(Tokens tokens, int start, List<ServiceDates> dates) {
    int at = start;
    Optional<DatesMatch> next = datesAt(tokens, at);
    while (next.isPresent()) {
      dates.add(next.get().dates());
      at = next.get().end();
      next = datesAt(tokens, tokens.get(at).equals("and") ? at + 1 : at);
    }
    return at;
  }

  private static Optional<DatesMatch> datesAt(Tokens tokens, int from) {
    int end = dateEnd(tokens, from);
    if (end < 0) {
      return Optional.empty();
    }
    int last = rangeEnd(tokens, end);
    Optional<LocalDate> first = dateBefore(tokens, end);
    Optional<LocalDate> until = last == end ? first : dateBefore(tokens, last);
    return Optional.of(
        new DatesMatch(new ServiceDates(tokens.printed(from, last - 1), first, until), last));
  }

  /** Index just past the last date of a range; {@code end} for a single date. */
  private static int rangeEnd(Tokens tokens, int end) {
    boolean until = tokens.get(end).equals("to") || tokens.get(end).equals("through");
    if (!until && !tokens.isLinkedBy(end - 1, "-–")) {
      return end;
    }
    int last = dateEnd(tokens, until ? end + 1 : end);
    return last < 0 ? end : last;
  }

  /** Index just past three numbers joined by slashes or hyphens; -1 if there is no such date. */
  private static int dateEnd(Tokens tokens, int at) {
    for (int i = at; i < at + 3; i++) {
      if (i >= tokens.size() || !isShortNumber(tokens, i)) {
        return -1;
      }
    }
    return tokens.isJoinedBy(at, "/-") && tokens.isJoinedBy(at + 1, "/-") ? at + 3 : -1;
  }

  private static boolean isShortNumber(Tokens tokens, int at) {
    String word = tokens.get(at);
    return word.length() <= 4 && tokens.isNumber(at) && word.indexOf('.') < 0;
  }

  private static Optional<LocalDate> dateBefore(Tokens tokens, int end) {
    int month = Integer.parseInt(tokens.get(end - 3));
    int day = Integer.parseInt(tokens.get(end - 2));
    String printedYear = tokens.get(end - 1);
    int year = Integer.parseInt(printedYear) + (printedYear.length() == 2 ? CENTURY : 0);
    boolean isYear = printedYear.length() == 2 || printedYear.length() == 4;
    return isYear && month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day)
        ? Optional.of(LocalDate.of(year, month, day))
        : Optional.empty();
  }
}
