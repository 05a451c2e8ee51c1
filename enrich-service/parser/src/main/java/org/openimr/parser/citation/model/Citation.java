package org.openimr.parser.citation.model;

import java.util.List;
import java.util.Optional;

/**
 * A citation as printed, and the guideline it resolves to.
 *
 * @param reference what is printed of a reference outside guidelines; empty for guidelines
 */
public record Citation(Quoted printed, Resolved resolved, Optional<Reference> reference) {

  /** A citation of a guideline. */
  public Citation(Quoted printed, Resolved resolved) {
    this(printed, resolved, Optional.empty());
  }

  /**
   * The printed parts of a reference to an article, book or web page.
   *
   * @param authors each as printed, without {@code et al.}
   * @param year year of publication, not of access
   * @param container journal, book or site
   * @param url complete, also if it is printed on two lines
   */
  public record Reference(
      Optional<String> title,
      List<String> authors,
      Optional<String> year,
      Optional<String> container,
      Optional<String> url,
      Optional<String> pmid,
      Optional<String> doi) {

    public Reference {
      authors = List.copyOf(authors);
    }
  }

  /**
   * A citation as printed in the letter.
   *
   * @param text the printed text with its lines joined
   * @param start offset of its first character in the letter
   * @param end offset just past its last character
   * @param edition as printed, e.g. {@code 2016} or {@code 3rd ed.}
   */
  public record Quoted(
      String text,
      int start,
      int end,
      List<String> sections,
      List<Pages> pages,
      List<String> regulationSections,
      Optional<String> edition) {}

  /** A range of pages, both ends included. */
  public record Pages(int first, int last) {}

  /**
   * The result of resolving a citation against the catalogue.
   *
   * @param document title of the document in the catalogue
   * @param guidelineId id of the edition; empty unless exactly one edition matches
   * @param regulation e.g. {@code 8 CCR 9792.24.2}
   * @param standing at the as-of date; empty without a date or a known period
   */
  public record Resolved(
      Authority authority,
      Optional<String> document,
      Optional<String> guidelineId,
      List<String> topicIds,
      Optional<String> regulation,
      Resolution resolution,
      Optional<Standing> standing) {}

  /** The publisher of a guideline. */
  public enum Authority {
    MTUS,
    ODG,
    ACOEM,
    OTHER
  }

  /** How certain the resolution is. */
  public enum Resolution {
    /** The document and all printed sections match the catalogue exactly. */
    EXACT,
    /** Everything matches after normalizing spelling, by alias, or within one edit. */
    NORMALIZED,
    /** The document matches; its edition or a printed section does not. */
    DOCUMENT_ONLY,
    /** The catalogue has no matching document. */
    UNRESOLVED
  }

  /** Whether the guideline was in force at the as-of date. */
  public enum Standing {
    IN_FORCE,
    SUPERSEDED,
    NOT_YET_ADOPTED
  }
}
