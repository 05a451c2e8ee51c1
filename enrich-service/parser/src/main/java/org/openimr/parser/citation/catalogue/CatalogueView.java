package org.openimr.parser.citation.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Standing;
import org.openimr.parser.citation.model.Guideline;

/**
 * The names that letters cite guidelines by: titles with their editions, aliases and topics, as the
 * catalogue holds them.
 */
public final class CatalogueView {
  private final List<Guideline> guidelines;

  public CatalogueView(Catalogue catalogue) {
    this.guidelines = List.copyOf(catalogue.guidelines());
  }

  /** All heads of the MTUS, each edition apart; a head is cited as title and edition. */
  public List<Guideline> mtusDocuments() {
    return guidelines.stream().filter(g -> g.authority() == Authority.MTUS).toList();
  }

  /** The heads that were in force on a day. */
  public List<Guideline> mtusDocumentsInForce(LocalDate day) {
    return mtusDocuments().stream()
        .filter(g -> g.standing(day).filter(Standing.IN_FORCE::equals).isPresent())
        .toList();
  }

  /** The chapters of ODG; their aliases are the spellings in use. */
  public List<Guideline> odgChapters() {
    return guidelines.stream()
        .filter(g -> g.authority() == Authority.ODG && !g.isWholeSource())
        .toList();
  }

  /** ODG, ACOEM and the other sources as wholes. */
  public List<Guideline> wholeSources() {
    return guidelines.stream().filter(Guideline::isWholeSource).toList();
  }
}
