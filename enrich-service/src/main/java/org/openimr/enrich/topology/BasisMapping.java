package org.openimr.enrich.topology;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.citation.CitationReader;
import org.openimr.enrich.letter.Passage;
import org.openimr.event.Authority;
import org.openimr.event.BasisKind;
import org.openimr.event.Citation;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.PageRange;
import org.openimr.event.Resolution;
import org.openimr.event.Span;
import org.openimr.event.Standing;

/** Reads a guideline statement and maps it, with its citations, to the events' form. */
final class BasisMapping {
  private final CitationReader reader;

  BasisMapping(CitationReader reader) {
    this.reader = reader;
  }

  /**
   * The basis of one side.
   *
   * @param asOf date at which the standing of a guideline is asked for
   */
  GuidelineBasis map(Passage statement, Optional<LocalDate> asOf) {
    org.openimr.enrich.citation.GuidelineBasis basis = reader.read(statement, asOf);
    return new GuidelineBasis(
        BasisKind.valueOf(basis.kind().name()),
        basis.statement(),
        Each.of(basis.citations(), BasisMapping::citation));
  }

  private static Citation citation(org.openimr.enrich.citation.Citation citation) {
    Citation event = new Citation();
    printed(event, citation.printed());
    resolved(event, citation.resolved());
    return event;
  }

  private static void printed(
      Citation event, org.openimr.enrich.citation.Citation.Printed printed) {
    event.setText(printed.text());
    event.setSpan(new Span(printed.start(), printed.end()));
    event.setSections(printed.sections());
    event.setPages(pages(printed.pages()));
    event.setRegulationSections(printed.regulationSections());
    event.setEdition(printed.edition().orElse(null));
  }

  private static List<PageRange> pages(List<org.openimr.enrich.citation.Citation.Pages> pages) {
    return Each.of(pages, range -> new PageRange(range.first(), range.last()));
  }

  private static void resolved(
      Citation event, org.openimr.enrich.citation.Citation.Resolved resolved) {
    event.setAuthority(Authority.valueOf(resolved.authority().name()));
    event.setDocument(resolved.document().orElse(null));
    event.setGuidelineId(resolved.guidelineId().orElse(null));
    event.setTopicIds(resolved.topicIds());
    event.setRegulation(resolved.regulation().orElse(null));
    event.setResolution(Resolution.valueOf(resolved.resolution().name()));
    event.setStanding(resolved.standing().map(s -> Standing.valueOf(s.name())).orElse(null));
  }
}
