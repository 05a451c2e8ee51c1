package org.openimr.parser.citation;

import org.openimr.parser.citation.model.Guideline;

/**
 * Compares editions as printed with those of the catalogue. ACOEM's second edition is of 2004, with
 * chapters revised up to 2007; the chapters of its third appear again and again under the same
 * titles, so that {@code 3rd ed.} may be any of them.
 */
final class EditionMatcher {
  private static final String LAST_OF_SECOND = "2010";

  private EditionMatcher() {}

  /** Whether a printed edition is this guideline's. What has no editions is the same in any. */
  static boolean isCertain(Guideline guideline, String printed) {
    return guideline.edition().isEmpty()
        || guideline.edition().get().equals(printed)
        || second(printed) && isPossible(guideline, printed);
  }

  /** Whether it can be. */
  static boolean isPossible(Guideline guideline, String printed) {
    if (guideline.edition().isEmpty() || guideline.edition().get().equals(printed)) {
      return true;
    }
    boolean early = guideline.edition().get().compareTo(LAST_OF_SECOND) < 0;
    return acoem(guideline) && (early && second(printed) || !early && third(printed));
  }

  private static boolean acoem(Guideline guideline) {
    return guideline.publisher().filter("ACOEM"::equals).isPresent();
  }

  private static boolean second(String printed) {
    return printed.startsWith("2nd") || printed.startsWith("Second");
  }

  private static boolean third(String printed) {
    return printed.startsWith("3rd") || printed.startsWith("Third");
  }
}
