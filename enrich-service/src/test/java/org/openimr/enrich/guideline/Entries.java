package org.openimr.enrich.guideline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.citation.Guideline;
import org.openimr.enrich.citation.Guideline.Confidence;

/** Made-up entries of the catalogue. */
public final class Entries {
  private Entries() {}

  /** A document of the schedule that has been in force since 2007. */
  public static Guideline of(String id, String title, String regulation) {
    return new Guideline(
        id,
        Authority.MTUS,
        title,
        List.of(),
        Optional.of("2004"),
        Optional.empty(),
        Optional.of(regulation),
        Optional.empty(),
        Optional.of(LocalDate.of(2007, 6, 15)),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Confidence.SOURCED,
        Confidence.SOURCED);
  }
}
