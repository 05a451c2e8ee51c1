package org.openimr.enrich.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.citation.Citation.Pages;

/**
 * A citation as read: what is printed, and whose document it names.
 *
 * @param document title in the catalogue of the document that is named; empty if none is known
 * @param source id of the whole source where no document of it is named, e.g. {@code odg}
 * @param exact whether the document is named by its very title
 * @param unread whether there is text in it that names nothing, such as a guideline's own sentences
 */
record Mention(
    Citation.Printed printed,
    Authority authority,
    Optional<String> document,
    Optional<String> source,
    boolean exact,
    boolean unread) {

  /** A mention that is being read, in positions of a {@link Folded} text. */
  static final class Draft {
    final Authority authority;
    final int start;
    int end;
    Optional<String> document = Optional.empty();
    Optional<String> source = Optional.empty();
    boolean exact;
    boolean unread;
    Optional<String> edition = Optional.empty();
    final List<String> sections = new ArrayList<>(2);
    final List<Pages> pages = new ArrayList<>(2);
    final List<String> regulationSections = new ArrayList<>(1);

    Draft(Authority authority, int start) {
      this.authority = authority;
      this.start = start;
      this.end = start;
    }

    /** Reaches up to {@code position} at least. */
    void reach(int position) {
      end = Math.max(end, position);
    }

    Mention done(Folded text, org.openimr.enrich.letter.Passage passage) {
      int last = text.textEnd(start, Math.max(end, start + 1));
      int first = text.opening(start, last);
      Citation.Printed printed =
          new Citation.Printed(
              passage.text().substring(first, last),
              passage.offset(first),
              passage.offset(last - 1) + 1,
              List.copyOf(sections),
              List.copyOf(pages),
              List.copyOf(regulationSections),
              edition);
      return new Mention(printed, authority, document, source, exact, unread);
    }
  }
}
