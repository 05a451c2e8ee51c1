package org.openimr.enrich.guideline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;

/** Synthetic catalogue entries. */
public final class GuidelineFixtures {
  private GuidelineFixtures() {}

  /** An MTUS guideline in force since 2007. */
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
