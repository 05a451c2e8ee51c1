package org.openimr.enrich.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.letter.Passage;

/**
 * Reads a citation of ODG: which chapters it names. A chapter counts where it opens the citation,
 * stands alone between separators, or is called one; its name inside a topic's does not.
 */
final class OdgScanner {
  private static final String[] CALLED = {"chapter", "chapters", "section", "sections"};
  private static final String[] FURNITURE = {
    "guidelines",
    "guideline",
    "chapter",
    "section",
    "online",
    "version",
    "web",
    "current",
    "treatment",
    "index",
    "updated",
    "edition",
    "ed",
    "odg",
    "twc",
    "see",
    "the",
    "in",
    "under"
  };

  private final Catalogue catalogue;
  private final Folded text;
  private final Passage passage;
  private int limit;

  OdgScanner(Catalogue catalogue, Folded text, Passage passage) {
    this.catalogue = catalogue;
    this.text = text;
    this.passage = passage;
  }

  /** A chapter named in the text. */
  private record Chapter(String title, int start, int end) {}

  void scan(int start, int body, int end, Optional<Guideline> source, List<Mention> mentions) {
    limit = end;
    List<Chapter> chapters = chapters(start, body, end);
    if (chapters.isEmpty()) {
      mentions.add(draft(start, end, source).done(text, passage));
      return;
    }
    for (int i = 0; i < chapters.size(); i++) {
      Chapter chapter = chapters.get(i);
      int from = i == 0 ? start : chapter.start;
      int to = i + 1 < chapters.size() ? before(chapters.get(i + 1).start, chapter.end) : end;
      Mention.Draft draft = draft(from, to, Optional.empty());
      draft.document = Optional.of(chapter.title);
      draft.exact = text.printed(chapter.start, chapter.end).equals(chapter.title);
      draft.edition = Edition.of(text, i == 0 ? body : chapter.end + 1, to);
      mentions.add(draft.done(text, passage));
    }
  }

  private int before(int next, int least) {
    int end = next - 1;
    return Math.max(end, least);
  }

  private Mention.Draft draft(int start, int end, Optional<Guideline> source) {
    Mention.Draft draft = new Mention.Draft(Authority.ODG, start);
    draft.reach(end);
    draft.source = source.map(Guideline::id);
    return draft;
  }

  private List<Chapter> chapters(int start, int body, int end) {
    List<Chapter> found = new ArrayList<>(2);
    Chapter loose = null;
    boolean ambiguous = false;
    boolean lead = true;
    boolean prose = false;
    int position = start < body && !named(start, body) ? start : body;
    while (position < end) {
      boolean opens = position == body || opensUnit(position);
      if (prose && (text.gapBefore(position) & Folded.STOP) != 0) {
        prose = false;
      }
      Names.Match<String> name = chapter(position, opens || lead);
      if (name != null && !prose) {
        boolean alone = alone(name.end());
        boolean called = called(name.end());
        if (opens && (alone || lead) || called && (found.isEmpty() || opens)) {
          add(found, new Chapter(name.meaning(), position, name.end()));
          position = text.next(name.end());
          lead = false;
          continue;
        }
        if (alone && !name.meaning().equals("Pain")) {
          ambiguous |= loose != null && !loose.title.equals(name.meaning());
          loose = new Chapter(name.meaning(), position, name.end());
        }
      }
      if (lead && position >= body && !furniture(position)) {
        lead = false;
      }
      position = text.next(text.wordEnd(position));
    }
    if (found.isEmpty() && loose != null && !ambiguous) {
      found.add(loose);
    }
    return found;
  }

  private boolean named(int start, int body) {
    Names.Match<Guideline> source = catalogue.sources().longest(text, start);
    return source != null && source.end() < body;
  }

  private static void add(List<Chapter> found, Chapter chapter) {
    if (found.stream().noneMatch(c -> c.title.equals(chapter.title))) {
      found.add(chapter);
    }
  }

  private Names.Match<String> chapter(int position, boolean near) {
    Names.Match<String> exact = catalogue.odgChapters().longest(text, position, e -> e <= limit);
    return exact != null || !near
        ? exact
        : catalogue.odgChapters().oneEdit(text, position, e -> e <= limit && alone(e));
  }

  private boolean opensUnit(int position) {
    int gap = text.gapBefore(position);
    if ((gap & (Folded.END & ~(Folded.OPEN | Folded.CLOSE))) != 0) {
      return text.depth(position) == 0;
    }
    int end = position - 1;
    int from = end;
    while (from > 0 && text.at(from - 1) != ' ') {
      from--;
    }
    return text.word(from, "and") && text.depth(position) == 0;
  }

  private boolean alone(int end) {
    int next = text.next(end);
    return end >= limit
        || (text.gap(end) & Folded.END) != 0
        || called(end)
        || text.word(next, "and") && chapter(text.next(next + 3), false) != null;
  }

  private boolean called(int end) {
    int next = text.next(end);
    if ((text.gap(end) & Folded.OPEN) != 0) {
      int depth = text.depth(end);
      while (next < limit && text.depth(next) >= depth) {
        next = text.next(text.wordEnd(next));
        if (text.depth(next - 1) < depth) {
          break;
        }
      }
    }
    for (String word : CALLED) {
      if (next < limit && text.word(next, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean furniture(int position) {
    if (text.startsWithDigit(position)) {
      return true;
    }
    for (String word : FURNITURE) {
      if (text.word(position, word)) {
        return true;
      }
    }
    return false;
  }
}
