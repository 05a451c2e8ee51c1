package org.openimr.enrich.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds the chapters that a citation of ODG names. A chapter's name counts where it opens the
 * citation, stands alone between separators, or is called a chapter; where a topic holds it, or a
 * guideline's own sentences do, it does not.
 */
final class ChapterScanner {
  private static final Words CALLED = Words.of("chapter chapters section sections");

  /** Words of sentences; no topic has them. */
  private static final Words PROSE =
      Words.of("is are was were may should not recommended there has have that");

  private static final int LONGEST_PARENTHESIS = 16;
  private static final int MOST_SEARCHES = 32;

  private final Catalogue catalogue;
  private final Folded text;
  private final Stretch stretch;
  private final int limit;
  private final IntPredicate within = this::within;
  private final List<Chapter> found = new ArrayList<>(2);
  private Chapter loose;
  private boolean ambiguous;
  private boolean lead = true;
  private int searches;

  /** A chapter, and where its name stands. */
  record Chapter(String title, int start, int end) {}

  ChapterScanner(Catalogue catalogue, Folded text, Stretch stretch) {
    this.catalogue = catalogue;
    this.text = text;
    this.stretch = stretch;
    this.limit = stretch.end();
  }

  /** The chapters named, each once, in the order of the text. */
  List<Chapter> scan() {
    int position = stretch.start();
    while (position < limit && !(position >= stretch.body() && prose(text, position))) {
      position = step(position);
    }
    boolean meant = found.isEmpty() && loose != null && !ambiguous && position >= limit;
    return meant ? List.of(loose) : found;
  }

  private int step(int position) {
    if (position < stretch.body()) {
      Names.Match<Guideline> source = catalogue.sources().longest(text, position, within);
      if (source != null) {
        return text.next(source.end());
      }
    }
    lead |= (text.gapBefore(position) & Folded.SEMICOLON) != 0;
    boolean opens = position == stretch.body() || opensUnit(position);
    Names.Match<String> name = name(position, lead || opens && found.isEmpty());
    if (name != null && take(position, name, opens)) {
      lead = false;
      return text.next(name.end());
    }
    lead &= position < stretch.body() || Furniture.is(text, position);
    return text.next(text.wordEnd(position));
  }

  private boolean take(int position, Names.Match<String> name, boolean opens) {
    boolean called = called(name.end());
    boolean alone = called || alone(name.end());
    Chapter chapter = new Chapter(name.meaning(), position, name.end());
    boolean first = found.isEmpty() && (called || announced(position));
    if (opens && (alone || lead && leads(chapter)) || first) {
      if (found.stream().noneMatch(known -> known.title.equals(chapter.title))) {
        found.add(chapter);
      }
      return true;
    }
    // pain is what most topics are about
    if (alone && !chapter.title.equals("Pain")) {
      ambiguous |= loose != null && !loose.title.equals(chapter.title);
      loose = chapter;
    }
    return false;
  }

  /** {@code Lumbar Physical Therapy Guidelines} is a table and no chapter. */
  private boolean leads(Chapter chapter) {
    String printed = text.printed(chapter.start, chapter.end);
    int next = text.next(chapter.end);
    return chapter.title.startsWith(printed)
        || stretch.source().isEmpty()
        || catalogue.topics(stretch.source().get().id()).longest(text, next) == null;
  }

  private Names.Match<String> name(int position, boolean near) {
    Names.Match<String> name = catalogue.odgChapters().longest(text, position, within);
    if (name != null || !near || searches >= MOST_SEARCHES) {
      return name;
    }
    searches++;
    return catalogue.odgChapters().oneEdit(text, position, end -> within(end) && alone(end));
  }

  private boolean within(int end) {
    return end <= limit;
  }

  private boolean opensUnit(int position) {
    if (text.depth(position) > 0) {
      return false;
    }
    int gap = text.gapBefore(position);
    return (gap & (Folded.END & ~(Folded.OPEN | Folded.CLOSE))) != 0
        || text.word(text.before(position), "and")
        || lead;
  }

  private boolean alone(int end) {
    int next = text.next(end);
    if (next >= limit || (text.gap(end) & Folded.END) != 0 || called(end)) {
      return true;
    }
    return text.word(next, "and")
        && catalogue.odgChapters().longest(text, text.next(next + 3), within) != null;
  }

  /** Whether {@code Chapter} stands behind {@code end}, or behind the parenthesis there. */
  private boolean called(int end) {
    int next = text.next(end);
    if ((text.gap(end) & Folded.OPEN) != 0) {
      int outside = text.depth(end) - 1;
      for (int words = 0; words < LONGEST_PARENTHESIS && next < limit; words++) {
        int wordEnd = text.wordEnd(next);
        next = text.next(wordEnd);
        if (text.depth(wordEnd) <= outside) {
          break;
        }
      }
    }
    return next < limit
        && (CALLED.at(text, next) || text.behind(next, "procedure", "summary") >= 0);
  }

  /** Whether {@code Chapter:} stands before {@code position}. */
  private boolean announced(int position) {
    return position > stretch.body() && CALLED.at(text, text.before(position));
  }

  /** Whether the word at {@code position} is one of sentences. */
  static boolean prose(Folded text, int position) {
    return PROSE.at(text, position);
  }
}
