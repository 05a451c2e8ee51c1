package org.openimr.parser.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.GuidelineBasis;
import org.openimr.parser.citation.model.GuidelineBasis.Kind;
import org.openimr.parser.citation.scan.CitationCandidate;
import org.openimr.parser.citation.scan.GuidelineStatement;
import org.openimr.parser.citation.scan.MtusCitationScanner;
import org.openimr.parser.citation.scan.OdgCitationScanner;
import org.openimr.parser.citation.scan.SourceCitationScanner;
import org.openimr.parser.citation.scan.SourceSegment;
import org.openimr.parser.citation.scan.SourceSegmenter;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.letter.model.SourceMappedText;

/**
 * Reads guideline statements by a catalogue. It holds no state but the catalogue and may be used by
 * any number of threads.
 */
public final class CitationParser {
  private final Catalogue catalogue;
  private final CitationResolver resolver;

  public CitationParser(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.resolver = new CitationResolver(catalogue);
  }

  /**
   * Reads one statement. Any text is read; what can't be made out is unresolved.
   *
   * @param statement all after {@code Claims Administrator guideline:} or {@code MAXIMUS
   *     guideline:}
   * @param asOf the UR denial date, else the decision date, else the newest date of the letter
   */
  public GuidelineBasis parse(SourceMappedText statement, Optional<LocalDate> asOf) {
    NormalizedText text = NormalizedText.of(statement.text());
    GuidelineStatement parts = GuidelineStatement.parse(text);
    List<Citation> citations = new ArrayList<>(4);
    Consumer<CitationCandidate> resolved =
        mention -> citations.add(resolver.resolve(mention, asOf));
    for (GuidelineStatement.Part part : parts.parts()) {
      for (SourceSegment stretch : SourceSegmenter.segment(catalogue, text, part)) {
        scan(text, statement, stretch, asOf, resolved);
      }
    }
    return new GuidelineBasis(kind(parts, citations), statement.text(), List.copyOf(citations));
  }

  /** Where no opening sentence tells the kind, as in prose, what is cited does. */
  private static Kind kind(GuidelineStatement statement, List<Citation> citations) {
    if (statement.kind() != Kind.OTHER || citations.isEmpty()) {
      return statement.kind();
    }
    boolean mtus = citations.stream().anyMatch(c -> c.resolved().authority() == Authority.MTUS);
    boolean other = citations.stream().anyMatch(c -> c.resolved().authority() != Authority.MTUS);
    return !mtus ? Kind.NON_MTUS : other ? Kind.MTUS_AND_NON_MTUS : Kind.MTUS;
  }

  private void scan(
      NormalizedText text,
      SourceMappedText statement,
      SourceSegment stretch,
      Optional<LocalDate> asOf,
      Consumer<CitationCandidate> mentions) {
    switch (stretch.authority()) {
      case MTUS ->
          new MtusCitationScanner(catalogue, text, statement, stretch, asOf).scan(mentions);
      case ODG -> new OdgCitationScanner(catalogue, text, statement, stretch).scan(mentions);
      case ACOEM, OTHER ->
          mentions.accept(
              new SourceCitationScanner(catalogue, text, stretch).scan().build(text, statement));
    }
  }
}
