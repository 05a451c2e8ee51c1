package org.openimr.parser.citation;

import java.time.LocalDate;
import org.openimr.parser.citation.model.Guideline;

/**
 * Compares printed editions with those of the catalogue. The second edition of ACOEM is from 2004,
 * with chapters revised until 2007. The chapters of its third edition were published repeatedly
 * under the same titles, so {@code 3rd ed.} can be any of them.
 */
final class EditionMatcher {
  /** Editions before this year belong to the second edition of ACOEM. */
  private static final String THIRD_EDITION_START = "2010";

  private EditionMatcher() {}

  /** Whether a printed edition identifies the guideline. One without editions matches any. */
  static boolean isCertain(Guideline guideline, String printed) {
    return guideline.edition().isEmpty()
        || isSame(guideline.edition().get(), printed)
        || isSecond(printed) && isPossible(guideline, printed);
  }

  /** Whether a printed edition can be that of the guideline. */
  static boolean isPossible(Guideline guideline, String printed) {
    if (guideline.edition().isEmpty() || isSame(guideline.edition().get(), printed)) {
      return true;
    }
    boolean early = guideline.edition().get().compareTo(THIRD_EDITION_START) < 0;
    return isAcoem(guideline) && (early && isSecond(printed) || !early && isThird(printed));
  }

  /** Whether a printed year, date such as {@code 2/13/20} or version is that of the catalogue. */
  private static boolean isSame(String edition, String printed) {
    if (edition.equals(printed)) {
      return true;
    }
    int last = Math.max(printed.lastIndexOf('/'), printed.lastIndexOf('-'));
    return last > 0
        ? edition.equals("20" + printed.substring(last + 1))
        : isVersion(printed) && edition.equals(number(printed));
  }

  private static boolean isVersion(String printed) {
    return printed.startsWith("v") || printed.startsWith("V");
  }

  /** The number in {@code v. 11.1}. */
  private static String number(String version) {
    int start = 0;
    while (start < version.length() && !Character.isDigit(version.charAt(start))) {
      start++;
    }
    return version.substring(start);
  }

  /**
   * Whether an edition is later than a day: adopted after it or, if the period is unknown,
   * published in a later year.
   */
  static boolean isLater(Guideline guideline, LocalDate day) {
    if (guideline.inForceFrom().isPresent()) {
      return guideline.inForceFrom().get().isAfter(day);
    }
    return guideline
        .edition()
        .filter(edition -> edition.length() == 4)
        .filter(edition -> edition.compareTo(String.valueOf(day.getYear())) > 0)
        .isPresent();
  }

  private static boolean isAcoem(Guideline guideline) {
    return guideline.publisher().filter("ACOEM"::equals).isPresent();
  }

  private static boolean isSecond(String printed) {
    return printed.startsWith("2nd") || printed.startsWith("Second");
  }

  private static boolean isThird(String printed) {
    return printed.startsWith("3rd") || printed.startsWith("Third");
  }
}
