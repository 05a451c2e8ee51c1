package org.openimr.enrich.citation;

import org.openimr.enrich.citation.Citation.Authority;

/** Compares editions as printed with those of the catalogue. */
final class Editions {
  /** ACOEM's second edition is of 2004, its revised chapters of 2007; the third begins in 2011. */
  private static final String LAST_OF_SECOND = "2010";

  private Editions() {}

  /**
   * Whether a printed edition can be this guideline's. One that is revised without editions, as ODG
   * is, is the same in any.
   */
  static boolean same(Guideline guideline, String printed) {
    if (guideline.edition().isEmpty()) {
      return true;
    }
    String edition = guideline.edition().get();
    if (guideline.authority() == Authority.ACOEM && printed.startsWith("2nd")) {
      return edition.compareTo(LAST_OF_SECOND) < 0;
    }
    // the chapters of the third edition were printed before those adopted, under the same titles
    return edition.equals(printed);
  }
}
