package org.openimr.enrich.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.event.Citation;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.PageRange;
import org.openimr.event.Span;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.letter.model.SourceMappedText;

/** Parses a guideline statement and maps it, with its citations, to an event. */
final class GuidelineBasisMapper {
  private final CitationParser parser;

  GuidelineBasisMapper(CitationParser parser) {
    this.parser = parser;
  }

  /**
   * Returns the guideline basis of a statement.
   *
   * @param asOf date for which the standing of guidelines is determined
   */
  GuidelineBasis map(SourceMappedText statement, Optional<LocalDate> asOf) {
    org.openimr.parser.citation.model.GuidelineBasis basis = parser.parse(statement, asOf);
    return new GuidelineBasis(
        EnumMapper.toEvent(basis.kind()),
        basis.statement(),
        ListMapper.map(basis.citations(), GuidelineBasisMapper::citation));
  }

  private static Citation citation(org.openimr.parser.citation.model.Citation citation) {
    Citation event = new Citation();
    setPrinted(event, citation.printed());
    setResolved(event, citation.resolved());
    return event;
  }

  private static void setPrinted(
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

  private static void setResolved(
      Citation event, org.openimr.parser.citation.model.Citation.Resolved resolved) {
    event.setAuthority(EnumMapper.toEvent(resolved.authority()));
    event.setDocument(resolved.document().orElse(null));
    event.setGuidelineId(resolved.guidelineId().orElse(null));
    event.setTopicIds(resolved.topicIds());
    event.setRegulation(resolved.regulation().orElse(null));
    event.setResolution(EnumMapper.toEvent(resolved.resolution()));
    event.setStanding(resolved.standing().map(EnumMapper::toEvent).orElse(null));
  }
}
