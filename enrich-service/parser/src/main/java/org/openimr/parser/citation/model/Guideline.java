package org.openimr.parser.citation.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the catalogue: one edition of one guideline, chapter or source.
 *
 * @param id e.g. {@code mtus/chronic-pain-medical-treatment/2016}, {@code odg/low-back}
 * @param title the name under which letters are to find it: the head for the MTUS, the chapter for
 *     ODG and ACOEM, the source's name else
 * @param aliases other names in use
 * @param regulation e.g. {@code 8 CCR 9792.24.2}
 * @param inForceFrom first day in force
 * @param inForceTo last day in force; empty while it is, or where no source tells
 * @param successor id of the entry that replaced it
 * @param source address or name of where the facts are from
 * @param titleConfidence how sure it is that it is cited by this title
 * @param periodConfidence how sure the period is
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

  /** A topic or section. */
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
    /** Nothing is said. */
    UNKNOWN,
    /** Read off a published source. */
    SOURCED,
    /** Follows from sourced facts. */
    INFERRED,
    /** General knowledge without a source. */
    UNSOURCED
  }

  /** A body of guidelines or another source, cited by its own name, and no chapter of one. */
  public boolean isWholeSource() {
    return switch (authority) {
      case OTHER -> true;
      case ODG, ACOEM -> id.indexOf('/') < 0;
      case MTUS -> false;
    };
  }

  /** Whether it was in force on a day; empty where its period is not known. */
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
