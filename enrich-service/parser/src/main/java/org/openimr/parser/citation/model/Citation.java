package org.openimr.parser.citation.model;

import java.util.List;
import java.util.Optional;

/** A citation: what is printed, and apart from it what that resolves to. */
public record Citation(Quoted printed, Resolved resolved) {

  /**
   * What stands in the letter.
   *
   * @param text lines joined
   * @param start offset into the letter of its first character
   * @param end offset behind its last character
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

  /** Pages from first to last, both included. */
  public record Pages(int first, int last) {}

  /**
   * What the catalogue makes of it.
   *
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

  /** Whose guideline it is. */
  public enum Authority {
    MTUS,
    ODG,
    ACOEM,
    OTHER
  }

  /** How sure the resolution is. */
  public enum Resolution {
    /** Document and all that is printed with it are known by these very names. */
    EXACT,
    /** Known after folding spelling, aliases or one edit. */
    NORMALIZED,
    /** The document is known, a section or topic printed with it is not. */
    DOCUMENT_ONLY,
    /** Nothing in the catalogue answers to it. */
    UNRESOLVED
  }

  /** Whether the guideline was in force at the as-of date. */
  public enum Standing {
    IN_FORCE,
    SUPERSEDED,
    NOT_YET_ADOPTED
  }
}
