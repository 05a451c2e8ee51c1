package org.openimr.tools.generator.model;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Pages;

/**
 * What a citation was made from.
 *
 * @param text as printed
 * @param document of the MTUS, as in the catalogue
 * @param sections as printed
 * @param chapters of the ODG as in the catalogue; empty where a reader could not tell
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
