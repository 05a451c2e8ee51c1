package org.openimr.enrich.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.letter.Passage;

/**
 * Reads what a statement cites outside the MTUS. The text is free; it is cut where the name of a
 * source begins, and each stretch is read in its source's own way.
 */
final class OutsideScanner {
  private final Catalogue catalogue;
  private final Folded text;
  private final Passage passage;
  private final int start;
  private final int limit;

  OutsideScanner(Catalogue catalogue, Folded text, Passage passage, int start, int end) {
    this.catalogue = catalogue;
    this.text = text;
    this.passage = passage;
    this.start = start;
    this.limit = end;
  }

  /**
   * A stretch of one source.
   *
   * @param body behind the source's name
   */
  private record Stretch(int start, int body, int end, Optional<Guideline> source) {
    Stretch until(int newEnd) {
      return new Stretch(start, body, newEnd, source);
    }
  }

  void scan(List<Mention> mentions) {
    for (Stretch stretch : stretches()) {
      Authority authority = stretch.source.map(Guideline::authority).orElse(Authority.OTHER);
      switch (authority) {
        case ODG ->
            new OdgScanner(catalogue, text, passage)
                .scan(stretch.start, stretch.body, stretch.end, stretch.source, mentions);
        case ACOEM -> mentions.add(acoem(stretch));
        case MTUS, OTHER -> mentions.add(other(stretch));
      }
    }
  }

  private List<Stretch> stretches() {
    List<Stretch> found = new ArrayList<>(2);
    Stretch open = null;
    int position = start;
    int sentence = 0;
    while (position < limit) {
      Names.Match<Guideline> name = source(position, open);
      if (name == null) {
        position = text.next(text.wordEnd(position));
        continue;
      }
      int body = text.next(name.end());
      Optional<Guideline> source = Optional.of(name.meaning());
      if (open == null && position > start && !apart(position)) {
        open = new Stretch(start, body, limit, source);
      } else if (open != null && open.source.equals(source) && position == open.body) {
        open = new Stretch(open.start, body, limit, source);
      } else {
        if (open == null && position > start) {
          open = new Stretch(start, start, limit, leading());
        }
        if (open != null) {
          found.add(open.until(behindLast(position)));
        }
        open = new Stretch(position, body, limit, source);
      }
      position = body;
    }
    if (open == null && start < limit) {
      open = new Stretch(start, start, limit, leading());
    }
    if (open != null) {
      found.add(open);
    }
    return found;
  }

  /** A text without the name of a source that opens with a chapter of ODG cites ODG. */
  private Optional<Guideline> leading() {
    Names.Match<String> chapter = catalogue.odgChapters().longest(text, start);
    boolean opens = chapter != null && (text.gap(chapter.end()) & Folded.END) != 0;
    return opens ? catalogue.find("odg") : Optional.empty();
  }

  /** Whether a citation ends before {@code position}. */
  private boolean apart(int position) {
    return (text.gapBefore(position) & (Folded.STOP | Folded.SEMICOLON)) != 0;
  }

  private Names.Match<Guideline> source(int position, Stretch open) {
    Names.Match<Guideline> name = catalogue.sources().longest(text, position);
    if (name == null || name.end() > limit) {
      return null;
    }
    boolean first = open == null || position == open.body;
    if (first) {
      return name;
    }
    if (text.depth(position) > 0) {
      return null;
    }
    boolean odg = name.meaning().authority() == Authority.ODG;
    return odg || (text.gapBefore(position) & Folded.END) != 0 || joined(position) ? name : null;
  }

  private boolean joined(int position) {
    int end = position - 1;
    int from = end;
    while (from > start && text.at(from - 1) != ' ') {
      from--;
    }
    return text.word(from, "and")
        || text.word(from, "the")
        || text.word(from, "j")
        || text.word(from, "guidelines");
  }

  /** Where the last word before {@code position} ends that belongs to what stands there. */
  private int behindLast(int position) {
    int end = position - 1;
    while (end > start) {
      int from = end;
      while (from > start && text.at(from - 1) != ' ') {
        from--;
      }
      if (!text.word(from, "and") && !text.word(from, "the")) {
        return end;
      }
      end = from - 1;
    }
    return position - 1;
  }

  private Mention acoem(Stretch stretch) {
    Mention.Draft draft = draft(stretch, Authority.ACOEM);
    for (int at = stretch.start; at < stretch.end; at = text.next(text.wordEnd(at))) {
      Names.Match<Catalogue.Head> title = catalogue.acoemTitles().longest(text, at);
      if (draft.document.isEmpty() && title != null && title.end() <= stretch.end) {
        draft.document = Optional.of(title.meaning().document());
        draft.source = Optional.empty();
        draft.exact = text.printed(at, title.end()).equals(title.meaning().document());
      }
      int pages = Printed.pages(text, at);
      if (pages >= 0) {
        Printed.pages(text, pages, stretch.end, draft.pages);
      }
    }
    draft.edition = Edition.of(text, stretch.body, stretch.end);
    return draft.done(text, passage);
  }

  private Mention other(Stretch stretch) {
    Mention.Draft draft = draft(stretch, Authority.OTHER);
    for (int at = stretch.body; at < stretch.end; at = text.next(text.wordEnd(at))) {
      int pages = Printed.pages(text, at);
      if (pages >= 0) {
        Printed.pages(text, pages, stretch.end, draft.pages);
      }
    }
    draft.edition = Edition.of(text, stretch.body, stretch.end);
    return draft.done(text, passage);
  }

  private Mention.Draft draft(Stretch stretch, Authority authority) {
    Mention.Draft draft = new Mention.Draft(authority, stretch.start);
    draft.source = stretch.source.map(Guideline::id);
    draft.reach(stretch.end);
    return draft;
  }
}
