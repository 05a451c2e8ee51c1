package org.openimr.enrich.citation;

import java.time.LocalDate;
import java.util.List;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.citation.Citation.Standing;

/**
 * The names that letters cite guidelines by: titles with their editions, aliases and topics, as the
 * catalogue holds them.
 */
public final class Vocabulary {
  private final List<Guideline> guidelines;

  public Vocabulary(Catalogue catalogue) {
    this.guidelines = List.copyOf(catalogue.guidelines());
  }

  /** All heads of the MTUS, each edition apart; a head is cited as title and edition. */
  public List<Guideline> heads() {
    return guidelines.stream().filter(g -> g.authority() == Authority.MTUS).toList();
  }

  /** The heads that were in force on a day. */
  public List<Guideline> headsInForce(LocalDate day) {
    return heads().stream()
        .filter(g -> g.standing(day).filter(Standing.IN_FORCE::equals).isPresent())
        .toList();
  }

  /** The chapters of ODG; their aliases are the spellings in use. */
  public List<Guideline> odgChapters() {
    return guidelines.stream()
        .filter(g -> g.authority() == Authority.ODG && !g.wholeSource())
        .toList();
  }

  /** ODG, ACOEM and the other sources as wholes. */
  public List<Guideline> sources() {
    return guidelines.stream().filter(Guideline::wholeSource).toList();
  }
}
