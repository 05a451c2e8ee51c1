package org.openimr.parser.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.GuidelineBasis;
import org.openimr.parser.citation.model.GuidelineBasis.Kind;
import org.openimr.parser.citation.reference.PrintedReference;
import org.openimr.parser.citation.reference.ReferenceSplitter;
import org.openimr.parser.citation.scan.CitationDraft;
import org.openimr.parser.citation.scan.CitationScanner;
import org.openimr.parser.citation.scan.GuidelineStatement;
import org.openimr.parser.citation.scan.SourceSegment;
import org.openimr.parser.citation.scan.SourceSegmenter;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.letter.model.SourceMappedText;

/** Parses guideline statements and resolves their citations by a catalogue. Thread-safe. */
public final class CitationParser {
  /** First day on which letters cite the chapters of General Approaches as documents. */
  private static final LocalDate CHAPTERS_ARE_TITLES = LocalDate.of(2017, 12, 1);

  private final Catalogue catalogue;
  private final CitationResolver resolver;

  public CitationParser(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.resolver = new CitationResolver(catalogue);
  }

  /**
   * Parses a statement. Accepts any text; what cannot be identified is unresolved.
   *
   * @param statement the text after {@code Claims Administrator guideline:} or {@code MAXIMUS
   *     guideline:}
   * @param asOf the UR denial date, else the decision date, else the latest date of the letter
   */
  public GuidelineBasis parse(SourceMappedText statement, Optional<LocalDate> asOf) {
    NormalizedText text = NormalizedText.of(statement.text());
    GuidelineStatement parts = GuidelineStatement.parse(text);
    boolean chaptersAreTitles = asOf.filter(day -> !day.isBefore(CHAPTERS_ARE_TITLES)).isPresent();
    List<Citation> citations = new ArrayList<>(4);
    for (GuidelineStatement.Part part : parts.parts()) {
      for (SourceSegment segment : SourceSegmenter.segment(catalogue, text, part)) {
        if (segment.authority() == Authority.OTHER) {
          addReferences(citations, segment, text, statement, asOf);
        } else {
          CitationScanner scanner = CitationScanner.of(catalogue, text, segment, chaptersAreTitles);
          for (CitationDraft draft : scanner.scan()) {
            citations.add(resolver.resolve(draft.finish(text, statement), asOf));
          }
        }
      }
    }
    return new GuidelineBasis(kind(parts, citations), statement.text(), List.copyOf(citations));
  }

  /** Adds one citation per reference of a segment that cites sources outside guidelines. */
  private void addReferences(
      List<Citation> citations,
      SourceSegment segment,
      NormalizedText text,
      SourceMappedText statement,
      Optional<LocalDate> asOf) {
    for (PrintedReference found :
        ReferenceSplitter.split(
            catalogue, text, statement.text(), segment.start(), segment.end())) {
      SourceSegment own =
          new SourceSegment(
              Authority.OTHER, found.start(), found.bodyStart(), found.end(), found.source());
      for (CitationDraft draft : CitationScanner.of(catalogue, text, own, false).scan()) {
        Citation citation = resolver.resolve(draft.finish(text, statement), asOf);
        citations.add(
            new Citation(citation.printed(), citation.resolved(), Optional.of(found.reference())));
      }
    }
  }

  /** The kind that the statement states, else the kind of the citations. */
  private static Kind kind(GuidelineStatement statement, List<Citation> citations) {
    if (statement.kind() != Kind.OTHER || citations.isEmpty()) {
      return statement.kind();
    }
    boolean mtus = citations.stream().anyMatch(c -> c.resolved().authority() == Authority.MTUS);
    boolean other = citations.stream().anyMatch(c -> c.resolved().authority() != Authority.MTUS);
    return !mtus ? Kind.NON_MTUS : other ? Kind.MTUS_AND_NON_MTUS : Kind.MTUS;
  }
}
