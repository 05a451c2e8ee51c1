package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.Catalogue.DocumentTitle;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/**
 * Scanner for citations of the MTUS: document titles with years, sections, pages and regulation
 * sections, in all three eras of LETTERS.md. One pass from left to right.
 */
final class MtusCitationScanner implements CitationScanner {
  /** Words that only join citations. */
  private static final WordSet CONNECTORS = WordSet.of("and the mtus guideline guidelines in");

  /** First words of remarks: {@code which is part of the MTUS}, {@code Effective July 18, 2009}. */
  private static final WordSet REMARK = WordSet.of("which part effective");

  private final NormalizedText text;
  private final int start;
  private final int limit;
  private final boolean chaptersAreTitles;
  private final DocumentTitleScanner titles;
  private final GuidelineSectionScanner sections;
  private final List<CitationDraft> drafts = new ArrayList<>(2);
  private boolean listsSections;

  MtusCitationScanner(
      Catalogue catalogue, NormalizedText text, SourceSegment segment, boolean chaptersAreTitles) {
    this.text = text;
    this.start = segment.start();
    this.limit = segment.end();
    this.chaptersAreTitles = chaptersAreTitles;
    this.titles = new DocumentTitleScanner(catalogue, text, limit);
    this.sections = new GuidelineSectionScanner(catalogue, text, titles, limit);
  }

  @Override
  public List<CitationDraft> scan() {
    int position = start;
    while (position < limit) {
      position = step(position);
    }
    return drafts;
  }

  /** Scans what is at a position and returns the position of the next word. */
  private int step(int position) {
    int next = afterConnector(position);
    if (next < 0) {
      next = scanTitle(position);
    }
    if (next < 0 && !drafts.isEmpty()) {
      next = scanLocator(position);
    }
    return next < 0 ? scanSection(position) : next;
  }

  /** Position after a word that only joins citations; -1 for any other word. */
  private int afterConnector(int position) {
    int next = text.nextWord(text.wordEnd(position));
    boolean chapter = text.isWord(position, "chapter") && text.numberAt(next) < 0;
    return chapter || CONNECTORS.matchesAt(text, position) ? next : -1;
  }

  /** Starts a citation with the title at a position; -1 if there is none. */
  private int scanTitle(int position) {
    boolean joined = drafts.isEmpty() || text.isWord(text.previousWord(position), "and");
    Optional<TitleMatch> title = titles.scan(position, joined);
    if (title.isEmpty() || !drafts.isEmpty() && !startsCitation(position, title.get())) {
      return -1;
    }
    add(position, title.get());
    return text.nextWord(title.get().end());
  }

  private void add(int position, TitleMatch found) {
    if (repeatsTitle(found)) {
      CitationDraft repeated = drafts.getLast();
      repeated.edition = found.edition();
      repeated.extendTo(found.end());
    } else {
      listsSections = false;
      CitationDraft draft = new CitationDraft(Authority.MTUS, position, found.end());
      draft.edition = found.edition();
      if (found.title().isPresent()) {
        setDocument(draft, found.title().get(), found);
      }
      drafts.add(draft);
    }
  }

  private void setDocument(CitationDraft draft, DocumentTitle title, TitleMatch found) {
    boolean section = title.sectionOf().isPresent() && !found.dated() && !chaptersAreTitles;
    draft.document = section ? title.sectionOf() : Optional.of(title.document());
    draft.exact = found.exact() && !section;
    draft.alternatives = title.alternatives();
    if (section) {
      draft.sections.add(title.document());
    }
  }

  /** {@code Low Back Complaints (ACOEM Practice Guidelines, Chapter 12)} is one citation. */
  private boolean repeatsTitle(TitleMatch found) {
    if (drafts.isEmpty() || !found.published()) {
      return false;
    }
    CitationDraft draft = drafts.getLast();
    return draft.edition.isEmpty()
        && draft.sections.isEmpty()
        && draft.pages.isEmpty()
        && found.title().map(DocumentTitle::document).equals(draft.document);
  }

  /** Whether a title after another citation starts a new one and is not a section of that. */
  private boolean startsCitation(int position, TitleMatch found) {
    if (found.dated() || found.published()) {
      return true;
    }
    boolean separated =
        text.gapBefore(position) != NormalizedText.BLANK
            || text.isWord(text.previousWord(position), "and")
            || !drafts.getLast().pages.isEmpty();
    boolean complete =
        found.end() > found.nameEnd()
            || (text.gap(found.end()) & NormalizedText.NAME_END) != 0
            || sections.isLocator(text.nextWord(found.end()));
    if (separated && !found.edited() && titles.listsSections(text.nextWord(found.end()))) {
      return true;
    }
    return !listsSections
        && separated
        && complete
        && !found.edited()
        && sections.knownEnd(position) < found.nameEnd();
  }

  /** Scans pages, regulation sections and section labels; -1 if there is none of these. */
  private int scanLocator(int position) {
    int code = LocatorScanner.namedCodeEnd(text, position);
    if (code > 0) {
      return text.nextWord(code);
    }
    CitationDraft draft = drafts.getLast();
    int pages = LocatorScanner.pages(text, position);
    if (pages >= 0) {
      return extend(draft, LocatorScanner.pages(text, pages, limit, draft.pages));
    }
    if (LocatorScanner.isRegulationSection(text, position)) {
      int end = LocatorScanner.regulationEnd(text, position, limit);
      draft.regulationSections.add(text.printed(position, end));
      return extend(draft, end);
    }
    int next = LocatorScanner.afterSectionLabel(text, position);
    if (next >= 0) {
      listsSections |= (text.gapBefore(next) & NormalizedText.COLON) != 0;
      draft.extendTo(next - 1);
    }
    return next;
  }

  /** Scans a section, known or not; before any title, it is a citation of an unknown document. */
  private int scanSection(int position) {
    int end = sections.end(position);
    if (REMARK.matchesAt(text, position)) {
      return text.nextWord(end);
    }
    if (drafts.isEmpty()) {
      CitationDraft unknown = new CitationDraft(Authority.MTUS, position, position);
      unknown.edition = EditionScanner.scan(text, position, end);
      drafts.add(unknown);
    } else {
      drafts.getLast().sections.add(text.printed(position, end));
    }
    return extend(drafts.getLast(), end);
  }

  private int extend(CitationDraft draft, int end) {
    draft.extendTo(end);
    return text.nextWord(end);
  }
}
