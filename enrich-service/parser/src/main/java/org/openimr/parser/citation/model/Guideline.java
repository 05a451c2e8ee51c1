package org.openimr.parser.citation.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the catalogue: one edition of a guideline, a chapter, or a whole source.
 *
 * @param id e.g. {@code mtus/chronic-pain-medical-treatment/2016}, {@code odg/low-back}
 * @param title the name that letters cite it by: the document for the MTUS, the chapter for ODG and
 *     ACOEM, else the name of the source
 * @param aliases other names that letters use
 * @param regulation e.g. {@code 8 CCR 9792.24.2}
 * @param inForceFrom first day in force
 * @param inForceTo last day in force; empty while it is in force or if unknown
 * @param successor id of the entry that replaced it
 * @param source URL or name of the source of these facts
 * @param titleConfidence how well it is known that letters cite it by this title
 * @param periodConfidence how well the period is known
 */
public record Guideline(
    String id,
    Citation.Authority authority,
    String title,
    List<String> aliases,
    Optional<String> edition,
    Optional<String> publisher,
    Optional<String> regulation,
    Optional<String> regulationTitle,
    Optional<LocalDate> inForceFrom,
    Optional<LocalDate> inForceTo,
    List<Topic> topics,
    Optional<String> successor,
    Optional<String> source,
    Confidence titleConfidence,
    Confidence periodConfidence) {

  public Guideline {
    aliases = List.copyOf(aliases);
    topics = List.copyOf(topics);
  }

  /** A topic or section of a guideline. */
  public record Topic(
      String id,
      String name,
      List<String> aliases,
      Optional<Citation.Pages> pages,
      Confidence nameConfidence,
      Confidence pagesConfidence,
      Optional<String> source) {

    public Topic {
      aliases = List.copyOf(aliases);
    }
  }

  /** How well a fact is known. */
  public enum Confidence {
    /** The confidence is not stated. */
    UNKNOWN,
    /** Taken from a published source. */
    SOURCED,
    /** Follows from sourced facts. */
    INFERRED,
    /** General knowledge without a source. */
    UNSOURCED
  }

  /** Whether this entry is a whole source, such as ODG, and not a document or chapter of one. */
  public boolean isWholeSource() {
    return switch (authority) {
      case OTHER -> true;
      case ODG, ACOEM -> id.indexOf('/') < 0;
      case MTUS -> false;
    };
  }

  /** The standing on a day; empty if the period is unknown. */
  public Optional<Citation.Standing> standing(LocalDate day) {
    if (inForceFrom.isEmpty()) {
      return Optional.empty();
    }
    if (day.isBefore(inForceFrom.get())) {
      return Optional.of(Citation.Standing.NOT_YET_ADOPTED);
    }
    boolean over = inForceTo.isPresent() && day.isAfter(inForceTo.get());
    return Optional.of(over ? Citation.Standing.SUPERSEDED : Citation.Standing.IN_FORCE);
  }
}
