package org.openimr.enrich.citation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.letter.Passage;

/**
 * Reads what a statement cites of the MTUS: heads with their years, sections, pages and regulation
 * sections, in all three eras of LETTERS.md. One pass from left to right.
 */
final class MtusScanner {
  /** From this day on the chapters of General Approaches are heads of their own. */
  private static final LocalDate CHAPTERS_ARE_HEADS = LocalDate.of(2017, 12, 1);

  private static final Words JOINTS = Words.of("and the mtus guideline guidelines in");

  private static final Words REMARK = Words.of("which part effective");

  private final Folded text;
  private final Passage passage;
  private final int start;
  private final int limit;
  private final boolean chaptersAreHeads;
  private final HeadScanner heads;
  private final SectionScanner sections;
  private Consumer<Mention> mentions;
  private Mention.Draft draft;
  private boolean listing;

  MtusScanner(
      Catalogue catalogue,
      Folded text,
      Passage passage,
      Stretch stretch,
      Optional<LocalDate> asOf) {
    this.text = text;
    this.passage = passage;
    this.start = stretch.start();
    this.limit = stretch.end();
    this.chaptersAreHeads = asOf.isPresent() && !asOf.get().isBefore(CHAPTERS_ARE_HEADS);
    this.heads = new HeadScanner(catalogue, text, limit);
    this.sections = new SectionScanner(catalogue, text, heads, limit);
  }

  void scan(Consumer<Mention> found) {
    mentions = found;
    int position = start;
    while (position < limit) {
      position = step(position);
    }
    close();
  }

  private void close() {
    if (draft != null) {
      mentions.accept(draft.done(text, passage));
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
    int behind = text.next(text.wordEnd(position));
    boolean chapter = text.word(position, "chapter") && text.number(behind) < 0;
    return chapter || JOINTS.at(text, position) ? behind : -1;
  }

  /** Opens the citation whose head stands at {@code position}; -1 if none does. */
  private int head(int position) {
    boolean joined = draft == null || text.word(text.before(position), "and");
    HeadScanner.Found found = heads.at(position, joined);
    if (found == null || draft != null && !opens(position, found)) {
      return -1;
    }
    if (repeats(found)) {
      draft.edition = found.edition();
      draft.reach(found.end());
      return text.next(found.end());
    }
    close();
    listing = false;
    draft = new Mention.Draft(Authority.MTUS, position);
    draft.reach(found.end());
    draft.edition = found.edition();
    if (found.head().isPresent()) {
      name(found.head().get(), found);
    }
    return text.next(found.end());
  }

  private void name(Catalogue.Head head, HeadScanner.Found found) {
    boolean section = head.sectionOf().isPresent() && !found.dated() && !chaptersAreHeads;
    draft.document = section ? head.sectionOf() : Optional.of(head.document());
    draft.exact = found.exact() && !section;
    if (section) {
      draft.sections.add(head.document());
    }
  }

  /** {@code Low Back Complaints (ACOEM Practice Guidelines, Chapter 12)} is one citation. */
  private boolean repeats(HeadScanner.Found found) {
    return draft != null
        && found.published()
        && draft.edition.isEmpty()
        && draft.sections.isEmpty()
        && draft.pages.isEmpty()
        && found.head().map(Catalogue.Head::document).equals(draft.document);
  }

  /** Whether a head behind another citation opens one, and is no section of that. */
  private boolean opens(int position, HeadScanner.Found found) {
    if (found.dated() || found.published()) {
      return true;
    }
    boolean apart =
        text.gapBefore(position) != Folded.BLANK
            || text.word(text.before(position), "and")
            || !draft.pages.isEmpty();
    boolean whole =
        found.end() > found.nameEnd()
            || (text.gap(found.end()) & Folded.END) != 0
            || sections.announces(text.next(found.end()));
    return !listing
        && apart
        && whole
        && !found.edited()
        && sections.known(position) < found.nameEnd();
  }

  /** Pages, regulation sections and the word that announces sections; -1 if none is there. */
  private int detail(int position) {
    int code = Printed.namedCodeEnd(text, position);
    if (code > 0) {
      return text.next(code);
    }
    int pages = Printed.pages(text, position);
    if (pages >= 0) {
      int end = Printed.pages(text, pages, limit, draft.pages);
      draft.reach(end);
      return text.next(end);
    }
    if (Printed.regulation(text, position)) {
      int end = Printed.regulationEnd(text, position, limit);
      draft.regulationSections.add(text.printed(position, end));
      draft.reach(end);
      return text.next(end);
    }
    int behind = Printed.sections(text, position);
    if (behind >= 0) {
      listing |= (text.gapBefore(behind) & Folded.COLON) != 0;
      draft.reach(behind - 1);
    }
    return behind;
  }

  /** A section, known or not; or, before any head, a citation of something unknown. */
  private int section(int position) {
    int end = sections.end(position);
    if (remark(position)) {
      return text.next(end);
    }
    if (draft == null) {
      draft = new Mention.Draft(Authority.MTUS, position);
      draft.edition = Edition.of(text, position, end);
    } else {
      draft.sections.add(text.printed(position, end));
    }
    draft.reach(end);
    return text.next(end);
  }

  /** {@code which is part of the MTUS}, {@code Effective July 18, 2009}: no section. */
  private boolean remark(int position) {
    return REMARK.at(text, position);
  }
}
