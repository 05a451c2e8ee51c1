package org.openimr.enrich.citation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.openimr.enrich.citation.Catalogue.Head;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.letter.Passage;

/**
 * Reads what a statement cites of the MTUS: heads with their years, sections, pages and regulation
 * sections, in all three eras of LETTERS.md. One pass from left to right.
 */
final class MtusScanner {
  /** From this day on the chapters of General Approaches are heads of their own. */
  private static final LocalDate CHAPTERS_ARE_HEADS = LocalDate.of(2017, 12, 1);

  private static final String[] MONTHS = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };

  private final Catalogue catalogue;
  private final Folded text;
  private final Passage passage;
  private final int start;
  private final int limit;
  private final Optional<LocalDate> asOf;
  private final IntPredicate endsName = this::endsName;
  private final IntPredicate endsSection = this::endsSection;
  private List<Mention> mentions;
  private Mention.Draft draft;
  private boolean listing;

  MtusScanner(
      Catalogue catalogue,
      Folded text,
      Passage passage,
      int start,
      int end,
      Optional<LocalDate> asOf) {
    this.catalogue = catalogue;
    this.text = text;
    this.passage = passage;
    this.start = start;
    this.limit = end;
    this.asOf = asOf;
  }

  void scan(List<Mention> found) {
    mentions = found;
    int position = start;
    while (position < limit) {
      position = step(position);
    }
    close();
  }

  private void close() {
    if (draft != null) {
      mentions.add(draft.done(text, passage));
      draft = null;
    }
  }

  private int step(int position) {
    int behind = joint(position);
    if (behind > position) {
      return behind;
    }
    int next = head(position);
    if (next < 0) {
      next = detail(position);
    }
    return next < 0 ? section(position) : next;
  }

  /** Skips words that only join citations. */
  private int joint(int position) {
    for (String word : new String[] {"and", "the", "mtus", "guideline", "guidelines"}) {
      if (text.word(position, word)) {
        return text.next(position + word.length());
      }
    }
    return position;
  }

  /** A citation that opens at {@code position}; -1 if none does. */
  private int head(int position) {
    int at = publisher(position);
    int chapter = chapter(at);
    if (chapter >= 0) {
      return open(position, chapter, catalogue.acoemChapter(text.number(text.next(at + 7))));
    }
    Names.Match<Head> match = catalogue.heads().find(text, at, endsName);
    if (match == null) {
      return at > position ? open(position, at, acoem()) : -1;
    }
    if (draft != null && at == position && !opens(position, match)) {
      return -1;
    }
    return begin(position, match);
  }

  private Optional<Head> acoem() {
    return Optional.of(new Head("ACOEM", Optional.empty()));
  }

  /** Behind {@code ACOEM Occupational Medicine Practice Guidelines, 2nd edition (2004),}. */
  private int publisher(int position) {
    Names.Match<Guideline> name = catalogue.sources().longest(text, position);
    if (name == null || name.meaning().authority() != Authority.ACOEM) {
      return position;
    }
    int at = text.next(name.end());
    int further = at < limit ? publisher(at) : at;
    return edition(further);
  }

  private int edition(int position) {
    int at = position;
    for (String word : new String[] {"second", "2nd", "edition", "ed", "2004", "practice"}) {
      if (at < limit && text.word(at, word)) {
        at = text.next(at + word.length());
      }
    }
    return at;
  }

  /** Behind {@code Chapter 5}; -1 if no chapter is printed at {@code position}. */
  private int chapter(int position) {
    if (position >= limit || !text.word(position, "chapter")) {
      return -1;
    }
    int number = text.next(position + 7);
    return text.number(number) > 0 ? text.next(text.wordEnd(number)) : -1;
  }

  /** Opens the citation of a chapter, by the title behind its number where there is one. */
  private int open(int position, int behind, Optional<Head> head) {
    Names.Match<Head> title =
        behind < limit ? catalogue.heads().find(text, behind, endsName) : null;
    if (title == null && behind < limit) {
      title = catalogue.acoemTitles().find(text, behind, endsName);
    }
    if (title != null) {
      return begin(position, title);
    }
    close();
    draft = new Mention.Draft(Authority.MTUS, position);
    draft.reach(behind - 1);
    head.ifPresent(h -> name(h, Optional.empty(), false));
    listing = false;
    return behind;
  }

  /** Whether a head behind another citation opens one, and is no section of that. */
  private boolean opens(int position, Names.Match<Head> match) {
    if (yearBehind(match.end()) > 0) {
      return true;
    }
    boolean joined = text.gapBefore(position) != Folded.BLANK || !draft.pages.isEmpty();
    Names.Match<String> section = catalogue.sections().longest(text, position, endsSection);
    return !listing
        && joined
        && !match.edited()
        && (section == null || section.end() < match.end())
        && (text.gap(match.end()) & Folded.END) != 0;
  }

  private int begin(int position, Names.Match<Head> match) {
    close();
    draft = new Mention.Draft(Authority.MTUS, position);
    listing = false;
    int end = match.end();
    draft.reach(end);
    int year = yearBehind(end);
    Optional<String> edition = Optional.empty();
    if (year > 0) {
      end = text.wordEnd(year);
      edition = Optional.of(text.printed(year, end));
    }
    String printed = text.printed(position, match.end());
    name(match.meaning(), edition, printed.equals(match.meaning().document()));
    end = behindGuidelines(end);
    draft.reach(end);
    return text.next(end);
  }

  private void name(Head head, Optional<String> edition, boolean exact) {
    boolean section = head.sectionOf().isPresent() && edition.isEmpty() && !chaptersAreHeads();
    draft.document = section ? head.sectionOf() : Optional.of(head.document());
    draft.edition = edition;
    draft.exact = exact && !section;
    if (section) {
      draft.sections.add(head.document());
    }
  }

  private boolean chaptersAreHeads() {
    return asOf.isPresent() && !asOf.get().isBefore(CHAPTERS_ARE_HEADS);
  }

  /** Where the year of the head that ends at {@code end} stands; 0 if none is printed. */
  private int yearBehind(int end) {
    int at = text.next(behindGuidelines(end));
    for (String month : MONTHS) {
      if (at < limit && text.word(at, month)) {
        at = text.next(at + month.length());
      }
    }
    boolean apart = (text.gap(at - 1) & (Folded.SEMICOLON | Folded.STOP)) != 0;
    return at < limit && !apart && Printed.year(text, at) ? at : 0;
  }

  private int behindGuidelines(int end) {
    int next = text.next(end);
    if (next < limit && (text.word(next, "guideline") || text.word(next, "guidelines"))) {
      return text.wordEnd(next);
    }
    return end;
  }

  /** Pages, regulation sections and the word that announces sections; -1 if none is there. */
  private int detail(int position) {
    if (draft == null) {
      return -1;
    }
    int pages = Printed.pages(text, position);
    if (pages >= 0) {
      int end = Printed.pages(text, pages, limit, draft.pages);
      draft.reach(end);
      return text.next(end);
    }
    if (Printed.regulation(text, position)) {
      return regulation(position);
    }
    int sections = Printed.sections(text, position);
    if (sections >= 0) {
      listing |= (text.gap(sections - 1) & Folded.COLON) != 0;
      draft.reach(sections - 1);
    }
    return sections;
  }

  private int regulation(int position) {
    int end = text.wordEnd(position);
    int next = text.next(end);
    if (next < limit && Printed.regulation(text, next) && (text.gap(end) & ~257) == 0) {
      end = text.wordEnd(next);
    }
    draft.regulationSections.add(text.printed(position, end));
    draft.reach(end);
    return text.next(end);
  }

  /** A section, known or not; or, before any head, a citation of something unknown. */
  private int section(int position) {
    if (draft == null) {
      draft = new Mention.Draft(Authority.MTUS, position);
      int end = unknownEnd(position);
      draft.reach(end);
      return text.next(end);
    }
    int end = sectionEnd(position);
    draft.sections.add(text.printed(position, end));
    draft.reach(end);
    return text.next(end);
  }

  private int sectionEnd(int position) {
    Names.Match<String> match = catalogue.sections().longest(text, position, endsSection);
    if (match == null || (text.gap(match.end()) & Folded.COMMA) != 0) {
      Names.Match<String> near = catalogue.sections().oneEdit(text, position, endsSection);
      boolean longer = near != null && (match == null || near.end() > match.end() + 1);
      match = longer ? near : match;
    }
    return match == null ? unknownEnd(position) : match.end();
  }

  private int unknownEnd(int position) {
    boolean numbered = text.startsWithDigit(position) && text.number(position) < 0;
    int end = text.wordEnd(position);
    while (!endsUnknown(end, numbered)) {
      end = text.wordEnd(text.next(end));
    }
    return end;
  }

  private boolean endsUnknown(int end, boolean numbered) {
    int next = text.next(end);
    if (next >= limit || announces(next)) {
      return true;
    }
    int gap = text.gap(end);
    if ((gap & Folded.COMMA) != 0 && text.depth(end) == 0) {
      boolean number = text.startsWithDigit(next);
      return numbered ? number || joinsHead(next) : text.capital(next) || joinsHead(next);
    }
    boolean closed = (gap & (Folded.SEMICOLON | Folded.STOP)) != 0 && text.depth(end) == 0;
    return closed && text.capital(next) || joinsHead(next);
  }

  /** Whether at {@code position} an {@code and} joins the next head. */
  private boolean joinsHead(int position) {
    if (!text.word(position, "and")) {
      return false;
    }
    int head = text.next(position + 3);
    Names.Match<Head> match = head < limit ? catalogue.heads().find(text, head, endsName) : null;
    return match != null && yearBehind(match.end()) > 0;
  }

  private boolean announces(int position) {
    return Printed.pages(text, position) >= 0
        || Printed.sections(text, position) >= 0
        || Printed.regulation(text, position);
  }

  private boolean endsName(int end) {
    return end <= limit;
  }

  /** Whether a known section may end at {@code end}. */
  private boolean endsSection(int end) {
    int next = text.next(end);
    if (end > limit) {
      return false;
    }
    if (end >= limit || next >= limit || (text.gap(end) & (Folded.END & ~Folded.OPEN)) != 0) {
      return true;
    }
    return announces(next) || text.word(next, "and");
  }
}
