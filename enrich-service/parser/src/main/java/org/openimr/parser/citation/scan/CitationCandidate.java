package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Pages;
import org.openimr.parser.citation.text.NormalizedText;

/**
 * A citation as read: what is printed, and whose document it names.
 *
 * @param document title in the catalogue of the document that is named; empty if none is known
 * @param source id of the whole source where no document of it is named, e.g. {@code odg}
 * @param exact whether the document is named by its very title
 * @param unread whether there is text in it that names nothing, such as a guideline's own sentences
 */
public record CitationCandidate(
    Citation.Quoted printed,
    Authority authority,
    Optional<String> document,
    Optional<String> source,
    boolean exact,
    boolean unread) {

  /** A mention that is being read, in positions of a {@link NormalizedText} text. */
  public static final class Draft {
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
    void extendTo(int position) {
      end = Math.max(end, position);
    }

    public CitationCandidate build(
        NormalizedText text, org.openimr.parser.letter.model.SourceMappedText passage) {
      int last = text.textEnd(start, Math.max(end, start + 1));
      int first = text.textStart(start, last);
      Citation.Quoted printed =
          new Citation.Quoted(
              passage.text().substring(first, last),
              passage.sourceOffset(first),
              passage.sourceOffset(last - 1) + 1,
              List.copyOf(sections),
              List.copyOf(pages),
              List.copyOf(regulationSections),
              edition);
      return new CitationCandidate(printed, authority, document, source, exact, unread);
    }
  }
}
