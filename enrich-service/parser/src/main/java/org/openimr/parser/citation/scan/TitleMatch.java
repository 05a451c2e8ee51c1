package org.openimr.parser.citation.scan;

import java.util.Optional;
import org.openimr.parser.citation.catalogue.Catalogue.DocumentTitle;

/**
 * A title found.
 *
 * @param title empty if the catalogue has no chapter with the printed number
 * @param end position just past its last word
 * @param nameEnd position just past its name, before the year
 * @param exact whether it is printed exactly like the title of the document
 * @param edited whether it differs from the name by one edit
 * @param published whether it follows its publisher or chapter number
 */
record TitleMatch(
    Optional<DocumentTitle> title,
    Optional<String> edition,
    int end,
    int nameEnd,
    boolean exact,
    boolean edited,
    boolean published) {

  boolean dated() {
    return edition.isPresent();
  }

  /** This match with a year before it. */
  TitleMatch dated(String year) {
    return new TitleMatch(title, Optional.of(year), end, nameEnd, exact, edited, published);
  }

  /** This match with a publisher or chapter number before it. */
  TitleMatch published(Optional<DocumentTitle> other, Optional<String> bookEdition) {
    Optional<String> printed = edition.isPresent() ? edition : bookEdition;
    return new TitleMatch(other, printed, end, nameEnd, false, edited, true);
  }
}
