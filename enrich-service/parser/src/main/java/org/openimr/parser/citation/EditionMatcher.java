package org.openimr.parser.citation;

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
        || guideline.edition().get().equals(printed)
        || isSecond(printed) && isPossible(guideline, printed);
  }

  /** Whether a printed edition can be that of the guideline. */
  static boolean isPossible(Guideline guideline, String printed) {
    if (guideline.edition().isEmpty() || guideline.edition().get().equals(printed)) {
      return true;
    }
    boolean early = guideline.edition().get().compareTo(THIRD_EDITION_START) < 0;
    return isAcoem(guideline) && (early && isSecond(printed) || !early && isThird(printed));
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
