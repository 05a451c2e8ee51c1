package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Pages;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.letter.model.SourceMappedText;

/** The mutable result of a scanner: a citation in positions of the {@link NormalizedText}. */
public final class CitationDraft {
  final Authority authority;
  final int start;
  int end;
  Optional<String> document = Optional.empty();
  List<String> alternatives = List.of();
  Optional<String> source = Optional.empty();
  boolean exact;
  boolean unread;
  Optional<String> edition = Optional.empty();
  final List<String> sections = new ArrayList<>(2);
  final List<Pages> pages = new ArrayList<>(2);
  final List<String> regulationSections = new ArrayList<>(1);

  CitationDraft(Authority authority, int start, int end) {
    this.authority = authority;
    this.start = start;
    this.end = Math.max(start, end);
  }

  /** Extends the citation to a position; does nothing if it already ends later. */
  void extendTo(int position) {
    end = Math.max(end, position);
  }

  /**
   * Maps the positions of the draft back to the letter.
   *
   * @param text the normalized text of the statement
   */
  public CitationCandidate finish(NormalizedText text, SourceMappedText statement) {
    int last = text.textEnd(start, Math.max(end, start + 1));
    int first = text.textStart(start, last);
    Citation.Quoted printed =
        new Citation.Quoted(
            statement.text().substring(first, last),
            statement.sourceOffset(first),
            statement.sourceOffset(last - 1) + 1,
            List.copyOf(sections),
            List.copyOf(pages),
            List.copyOf(regulationSections),
            edition);
    return new CitationCandidate(printed, authority, document, alternatives, source, exact, unread);
  }
}
