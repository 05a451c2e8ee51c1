package org.openimr.enrich.citation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.letter.Passage;

/** Temporary. */
public final class CitationReader {
  /** Temporary. */
  public GuidelineBasis read(Passage statement, Optional<LocalDate> asOf) {
    return new GuidelineBasis(GuidelineBasis.Kind.OTHER, statement.text(), List.of());
  }
}
