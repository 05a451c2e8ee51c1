package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/**
 * Finds the chapters that a citation of ODG names. A chapter's name counts where it opens the
 * citation, stands alone between separators, or is called a chapter; where a topic holds it, or a
 * guideline's own sentences do, it does not.
 */
final class OdgChapterScanner {
  private static final WordSet CALLED = WordSet.of("chapter chapters section sections");

  /** Words of sentences; no topic has them. */
  private static final WordSet PROSE =
      WordSet.of("is are was were may should not recommended there has have that");

  private static final int MAX_PARENTHESIS_LENGTH = 16;
  private static final int MAX_SEARCHES = 32;

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final SourceSegment stretch;
  private final int limit;
  private final IntPredicate within = this::within;
  private final List<Chapter> found = new ArrayList<>(2);
  private Chapter loose;
  private boolean ambiguous;
  private boolean lead = true;
  private int searches;

  /** A chapter, and where its name stands. */
  record Chapter(String title, int start, int end) {}

  OdgChapterScanner(Catalogue catalogue, NormalizedText text, SourceSegment stretch) {
    this.catalogue = catalogue;
    this.text = text;
    this.stretch = stretch;
    this.limit = stretch.end();
  }

  /** The chapters named, each once, in the order of the text. */
  List<Chapter> scan() {
    int position = stretch.start();
    while (position < limit && !(position >= stretch.bodyStart() && isProse(text, position))) {
      position = step(position);
    }
    boolean meant = found.isEmpty() && loose != null && !ambiguous && position >= limit;
    return meant ? List.of(loose) : found;
  }

  private int step(int position) {
    if (position < stretch.bodyStart()) {
      NameIndex.Match<Guideline> source = catalogue.sources().findLongest(text, position, within);
      if (source != null) {
        return text.nextWord(source.end());
      }
    }
    lead |= (text.gapBefore(position) & NormalizedText.SEMICOLON) != 0;
    boolean opens = position == stretch.bodyStart() || opensUnit(position);
    NameIndex.Match<String> name = name(position, lead || opens && found.isEmpty());
    if (name != null && accept(position, name, opens)) {
      lead = false;
      return text.nextWord(name.end());
    }
    lead &= position < stretch.bodyStart() || OdgStopWords.contains(text, position);
    return text.nextWord(text.wordEnd(position));
  }

  private boolean accept(int position, NameIndex.Match<String> name, boolean opens) {
    boolean called = called(name.end());
    boolean alone = called || alone(name.end());
    Chapter chapter = new Chapter(name.value(), position, name.end());
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
    int next = text.nextWord(chapter.end);
    return chapter.title.startsWith(printed)
        || stretch.source().isEmpty()
        || catalogue.topics(stretch.source().get().id()).findLongest(text, next) == null;
  }

  private NameIndex.Match<String> name(int position, boolean near) {
    NameIndex.Match<String> name = catalogue.odgChapters().findLongest(text, position, within);
    if (name != null || !near || searches >= MAX_SEARCHES) {
      return name;
    }
    searches++;
    return catalogue
        .odgChapters()
        .findWithinOneEdit(text, position, end -> within(end) && alone(end));
  }

  private boolean within(int end) {
    return end <= limit;
  }

  private boolean opensUnit(int position) {
    if (text.depth(position) > 0) {
      return false;
    }
    int gap = text.gapBefore(position);
    return (gap & (NormalizedText.NAME_END & ~(NormalizedText.OPEN | NormalizedText.CLOSE))) != 0
        || text.isWord(text.previousWord(position), "and")
        || lead;
  }

  private boolean alone(int end) {
    int next = text.nextWord(end);
    if (next >= limit || (text.gap(end) & NormalizedText.NAME_END) != 0 || called(end)) {
      return true;
    }
    return text.isWord(next, "and")
        && catalogue.odgChapters().findLongest(text, text.nextWord(next + 3), within) != null;
  }

  /** Whether {@code Chapter} stands behind {@code end}, or behind the parenthesis there. */
  private boolean called(int end) {
    int next = text.nextWord(end);
    if ((text.gap(end) & NormalizedText.OPEN) != 0) {
      int outside = text.depth(end) - 1;
      for (int words = 0; words < MAX_PARENTHESIS_LENGTH && next < limit; words++) {
        int wordEnd = text.wordEnd(next);
        next = text.nextWord(wordEnd);
        if (text.depth(wordEnd) <= outside) {
          break;
        }
      }
    }
    return next < limit
        && (CALLED.matchesAt(text, next) || text.afterWords(next, "procedure", "summary") >= 0);
  }

  /** Whether {@code Chapter:} stands before {@code position}. */
  private boolean announced(int position) {
    return position > stretch.bodyStart() && CALLED.matchesAt(text, text.previousWord(position));
  }

  /** Whether the word at {@code position} is one of sentences. */
  static boolean isProse(NormalizedText text, int position) {
    return PROSE.matchesAt(text, position);
  }
}
