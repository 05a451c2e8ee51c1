package org.openimr.parser.citation.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Standing;
import org.openimr.parser.citation.model.Guideline;

/** The guidelines of a catalogue by the kind of name that letters cite them by. */
public final class CatalogueView {
  private final List<Guideline> guidelines;

  public CatalogueView(Catalogue catalogue) {
    this.guidelines = List.copyOf(catalogue.guidelines());
  }

  /** All documents of the MTUS, one entry per edition; they are cited by title and edition. */
  public List<Guideline> mtusDocuments() {
    return guidelines.stream().filter(g -> g.authority() == Authority.MTUS).toList();
  }

  /** The MTUS documents in force on a day. */
  public List<Guideline> mtusDocumentsInForce(LocalDate day) {
    return mtusDocuments().stream()
        .filter(g -> g.standing(day).filter(Standing.IN_FORCE::equals).isPresent())
        .toList();
  }

  /** The chapters of ODG; their aliases are the spellings that letters use. */
  public List<Guideline> odgChapters() {
    return guidelines.stream()
        .filter(g -> g.authority() == Authority.ODG && !g.isWholeSource())
        .toList();
  }

  /** The entries for whole sources: ODG, ACOEM and others. */
  public List<Guideline> wholeSources() {
    return guidelines.stream().filter(Guideline::isWholeSource).toList();
  }
}
