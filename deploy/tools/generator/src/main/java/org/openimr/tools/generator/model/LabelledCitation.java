package org.openimr.tools.generator.model;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Pages;

/**
 * The facts of a generated citation.
 *
 * @param text text as printed
 * @param document MTUS document as in the catalogue
 * @param sections sections as printed
 * @param chapters ODG chapters as in the catalogue; empty if a parser cannot determine them
 */
public record LabelledCitation(
    Authority authority,
    String text,
    Optional<String> document,
    Optional<String> edition,
    List<String> sections,
    List<Pages> pages,
    Optional<List<String>> chapters) {

  public static LabelledCitation mtus(
      String text,
      String document,
      Optional<String> edition,
      List<String> sections,
      List<Pages> pages) {
    return new LabelledCitation(
        Authority.MTUS, text, Optional.of(document), edition, sections, pages, Optional.empty());
  }

  public static LabelledCitation outside(
      Authority authority, String text, Optional<List<String>> chapters) {
    return new LabelledCitation(
        authority, text, Optional.empty(), Optional.empty(), List.of(), List.of(), chapters);
  }
}
