package org.openimr.parser.citation.scan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;
import org.openimr.parser.letter.model.SourceMappedText;

/**
 * Reads what a statement cites of the MTUS: heads with their years, sections, pages and regulation
 * sections, in all three eras of LETTERS.md. One pass from left to right.
 */
public final class MtusCitationScanner {
  /** From this day on the chapters of General Approaches are heads of their own. */
  private static final LocalDate CHAPTERS_ARE_TITLES = LocalDate.of(2017, 12, 1);

  private static final WordSet JOINTS = WordSet.of("and the mtus guideline guidelines in");

  private static final WordSet REMARK = WordSet.of("which part effective");

  private final NormalizedText text;
  private final SourceMappedText passage;
  private final int start;
  private final int limit;
  private final boolean chaptersAreHeads;
  private final DocumentTitleScanner heads;
  private final GuidelineSectionScanner sections;
  private Consumer<CitationCandidate> mentions;
  private CitationCandidate.Draft draft;
  private boolean listing;

  public MtusCitationScanner(
      Catalogue catalogue,
      NormalizedText text,
      SourceMappedText passage,
      SourceSegment stretch,
      Optional<LocalDate> asOf) {
    this.text = text;
    this.passage = passage;
    this.start = stretch.start();
    this.limit = stretch.end();
    this.chaptersAreHeads = asOf.isPresent() && !asOf.get().isBefore(CHAPTERS_ARE_TITLES);
    this.heads = new DocumentTitleScanner(catalogue, text, limit);
    this.sections = new GuidelineSectionScanner(catalogue, text, heads, limit);
  }

  public void scan(Consumer<CitationCandidate> found) {
    mentions = found;
    int position = start;
    while (position < limit) {
      position = step(position);
    }
    close();
  }

  private void close() {
    if (draft != null) {
      mentions.accept(draft.build(text, passage));
      draft = null;
    }
  }

  /** Reads what stands at {@code position} and returns where the text goes on. */
  private int step(int position) {
    int behind = joint(position);
    if (behind < 0) {
      behind = head(position);
    }
    if (behind < 0 && draft != null) {
      behind = detail(position);
    }
    return behind < 0 ? section(position) : behind;
  }

  /** Behind a word that only joins citations; -1 if there is none. */
  private int joint(int position) {
    int behind = text.nextWord(text.wordEnd(position));
    boolean chapter = text.isWord(position, "chapter") && text.numberAt(behind) < 0;
    return chapter || JOINTS.matchesAt(text, position) ? behind : -1;
  }

  /** Opens the citation whose head stands at {@code position}; -1 if none does. */
  private int head(int position) {
    boolean joined = draft == null || text.isWord(text.previousWord(position), "and");
    DocumentTitleScanner.TitleMatch found = heads.scan(position, joined);
    if (found == null || draft != null && !opens(position, found)) {
      return -1;
    }
    if (repeats(found)) {
      draft.edition = found.edition();
      draft.extendTo(found.end());
      return text.nextWord(found.end());
    }
    close();
    listing = false;
    draft = new CitationCandidate.Draft(Authority.MTUS, position);
    draft.extendTo(found.end());
    draft.edition = found.edition();
    if (found.title().isPresent()) {
      name(found.title().get(), found);
    }
    return text.nextWord(found.end());
  }

  private void name(Catalogue.DocumentTitle head, DocumentTitleScanner.TitleMatch found) {
    boolean section = head.sectionOf().isPresent() && !found.dated() && !chaptersAreHeads;
    draft.document = section ? head.sectionOf() : Optional.of(head.document());
    draft.exact = found.exact() && !section;
    if (section) {
      draft.sections.add(head.document());
    }
  }

  /** {@code Low Back Complaints (ACOEM Practice Guidelines, Chapter 12)} is one citation. */
  private boolean repeats(DocumentTitleScanner.TitleMatch found) {
    return draft != null
        && found.published()
        && draft.edition.isEmpty()
        && draft.sections.isEmpty()
        && draft.pages.isEmpty()
        && found.title().map(Catalogue.DocumentTitle::document).equals(draft.document);
  }

  /** Whether a head behind another citation opens one, and is no section of that. */
  private boolean opens(int position, DocumentTitleScanner.TitleMatch found) {
    if (found.dated() || found.published()) {
      return true;
    }
    boolean apart =
        text.gapBefore(position) != NormalizedText.BLANK
            || text.isWord(text.previousWord(position), "and")
            || !draft.pages.isEmpty();
    boolean whole =
        found.end() > found.nameEnd()
            || (text.gap(found.end()) & NormalizedText.NAME_END) != 0
            || sections.announces(text.nextWord(found.end()));
    return !listing
        && apart
        && whole
        && !found.edited()
        && sections.knownEnd(position) < found.nameEnd();
  }

  /** Pages, regulation sections and the word that announces sections; -1 if none is there. */
  private int detail(int position) {
    int code = LocatorScanner.namedCodeEnd(text, position);
    if (code > 0) {
      return text.nextWord(code);
    }
    int pages = LocatorScanner.pages(text, position);
    if (pages >= 0) {
      int end = LocatorScanner.pages(text, pages, limit, draft.pages);
      draft.extendTo(end);
      return text.nextWord(end);
    }
    if (LocatorScanner.isRegulationSection(text, position)) {
      int end = LocatorScanner.regulationEnd(text, position, limit);
      draft.regulationSections.add(text.printed(position, end));
      draft.extendTo(end);
      return text.nextWord(end);
    }
    int behind = LocatorScanner.afterSectionLabel(text, position);
    if (behind >= 0) {
      listing |= (text.gapBefore(behind) & NormalizedText.COLON) != 0;
      draft.extendTo(behind - 1);
    }
    return behind;
  }

  /** A section, known or not; or, before any head, a citation of something unknown. */
  private int section(int position) {
    int end = sections.end(position);
    if (remark(position)) {
      return text.nextWord(end);
    }
    if (draft == null) {
      draft = new CitationCandidate.Draft(Authority.MTUS, position);
      draft.edition = EditionScanner.scan(text, position, end);
    } else {
      draft.sections.add(text.printed(position, end));
    }
    draft.extendTo(end);
    return text.nextWord(end);
  }

  /** {@code which is part of the MTUS}, {@code Effective July 18, 2009}: no section. */
  private boolean remark(int position) {
    return REMARK.matchesAt(text, position);
  }
}
