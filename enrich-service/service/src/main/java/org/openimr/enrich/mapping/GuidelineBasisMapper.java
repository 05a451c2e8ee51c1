package org.openimr.enrich.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.event.Authority;
import org.openimr.event.BasisKind;
import org.openimr.event.Citation;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.PageRange;
import org.openimr.event.Resolution;
import org.openimr.event.Span;
import org.openimr.event.Standing;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.letter.model.SourceMappedText;

/** Reads a guideline statement and maps it, with its citations, to the events' form. */
final class GuidelineBasisMapper {
  private final CitationParser reader;

  GuidelineBasisMapper(CitationParser reader) {
    this.reader = reader;
  }

  /**
   * The basis of one side.
   *
   * @param asOf date at which the standing of a guideline is asked for
   */
  GuidelineBasis map(SourceMappedText statement, Optional<LocalDate> asOf) {
    org.openimr.parser.citation.model.GuidelineBasis basis = reader.parse(statement, asOf);
    return new GuidelineBasis(
        BasisKind.valueOf(basis.kind().name()),
        basis.statement(),
        ListMapper.map(basis.citations(), GuidelineBasisMapper::citation));
  }

  private static Citation citation(org.openimr.parser.citation.model.Citation citation) {
    Citation event = new Citation();
    printed(event, citation.printed());
    resolved(event, citation.resolved());
    return event;
  }

  private static void printed(
      Citation event, org.openimr.parser.citation.model.Citation.Quoted printed) {
    event.setText(printed.text());
    event.setSpan(new Span(printed.start(), printed.end()));
    event.setSections(printed.sections());
    event.setPages(pages(printed.pages()));
    event.setRegulationSections(printed.regulationSections());
    event.setEdition(printed.edition().orElse(null));
  }

  private static List<PageRange> pages(
      List<org.openimr.parser.citation.model.Citation.Pages> pages) {
    return ListMapper.map(pages, range -> new PageRange(range.first(), range.last()));
  }

  private static void resolved(
      Citation event, org.openimr.parser.citation.model.Citation.Resolved resolved) {
    event.setAuthority(Authority.valueOf(resolved.authority().name()));
    event.setDocument(resolved.document().orElse(null));
    event.setGuidelineId(resolved.guidelineId().orElse(null));
    event.setTopicIds(resolved.topicIds());
    event.setRegulation(resolved.regulation().orElse(null));
    event.setResolution(Resolution.valueOf(resolved.resolution().name()));
    event.setStanding(resolved.standing().map(s -> Standing.valueOf(s.name())).orElse(null));
  }
}
