package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex.NameMatch;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/**
 * Finds the chapters that a citation of ODG names. The name of a chapter counts if it starts the
 * citation, is alone between separators, or is labelled as a chapter. It does not count as a part
 * of a topic or of a sentence quoted from the guideline.
 */
final class OdgChapterScanner {
  private static final WordSet LABELS = WordSet.of("chapter chapters section sections");

  /** Words of sentences that no topic contains. */
  private static final WordSet PROSE =
      WordSet.of("is are was were may should not recommended there has have that");

  private static final int MAX_PARENTHESIS_WORDS = 16;
  private static final int MAX_SEARCHES = 32;

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final SourceSegment segment;
  private final int limit;
  private final IntPredicate within = this::within;
  private final List<Chapter> found = new ArrayList<>(2);
  private Optional<Chapter> fallback = Optional.empty();
  private boolean ambiguous;
  private boolean leading = true;
  private int searches;

  /** A chapter and the position of its name. */
  record Chapter(String title, int start, int end) {}

  OdgChapterScanner(Catalogue catalogue, NormalizedText text, SourceSegment segment) {
    this.catalogue = catalogue;
    this.text = text;
    this.segment = segment;
    this.limit = segment.end();
  }

  /** The chapters in the order of the text, without duplicates. */
  List<Chapter> scan() {
    int position = segment.start();
    while (position < limit && !(position >= segment.bodyStart() && isProse(text, position))) {
      position = step(position);
    }
    boolean useFallback = found.isEmpty() && !ambiguous && position >= limit;
    return useFallback ? fallback.map(List::of).orElse(found) : found;
  }

  private int step(int position) {
    if (position < segment.bodyStart()) {
      Optional<NameMatch<Guideline>> source =
          catalogue.sources().findLongest(text, position, within);
      if (source.isPresent()) {
        return text.nextWord(source.get().end());
      }
    }
    leading = leading || (text.gapBefore(position) & NormalizedText.SEMICOLON) != 0;
    boolean startsUnit = position == segment.bodyStart() || startsUnit(position);
    Optional<NameMatch<String>> name = name(position, leading || startsUnit && found.isEmpty());
    if (name.isPresent() && accept(position, name.get(), startsUnit)) {
      leading = false;
      return text.nextWord(name.get().end());
    }
    leading = leading && (position < segment.bodyStart() || OdgStopWords.contains(text, position));
    return text.nextWord(text.wordEnd(position));
  }

  private boolean accept(int position, NameMatch<String> name, boolean startsUnit) {
    boolean labelled = hasLabelAfter(name.end());
    boolean alone = labelled || isAlone(name.end());
    Chapter chapter = new Chapter(name.value(), position, name.end());
    boolean first = found.isEmpty() && (labelled || hasLabelBefore(position));
    if (startsUnit && (alone || leading && isChapterTitle(chapter)) || first) {
      if (found.stream().noneMatch(known -> known.title.equals(chapter.title))) {
        found.add(chapter);
      }
      return true;
    }
    // pain is the subject of most topics
    if (alone && !chapter.title.equals("Pain")) {
      ambiguous |= fallback.filter(other -> !other.title.equals(chapter.title)).isPresent();
      fallback = Optional.of(chapter);
    }
    return false;
  }

  /** Whether a name means the chapter: {@code Lumbar Physical Therapy Guidelines} is a table. */
  private boolean isChapterTitle(Chapter chapter) {
    String printed = text.printed(chapter.start, chapter.end);
    int next = text.nextWord(chapter.end);
    return chapter.title.startsWith(printed)
        || segment.source().isEmpty()
        || catalogue.topics(segment.source().get().id()).findLongest(text, next).isEmpty();
  }

  private Optional<NameMatch<String>> name(int position, boolean fuzzy) {
    Optional<NameMatch<String>> name = catalogue.odgChapters().findLongest(text, position, within);
    if (name.isPresent() || !fuzzy || searches >= MAX_SEARCHES) {
      return name;
    }
    searches++;
    return catalogue
        .odgChapters()
        .findWithinOneEdit(text, position, end -> within(end) && isAlone(end));
  }

  private boolean within(int end) {
    return end <= limit;
  }

  private boolean startsUnit(int position) {
    if (text.depth(position) > 0) {
      return false;
    }
    int gap = text.gapBefore(position);
    return (gap & (NormalizedText.NAME_END & ~(NormalizedText.OPEN | NormalizedText.CLOSE))) != 0
        || text.isWord(text.previousWord(position), "and")
        || leading;
  }

  private boolean isAlone(int end) {
    int next = text.nextWord(end);
    if (next >= limit || (text.gap(end) & NormalizedText.NAME_END) != 0 || hasLabelAfter(end)) {
      return true;
    }
    return text.isWord(next, "and")
        && catalogue.odgChapters().findLongest(text, text.nextWord(next + 3), within).isPresent();
  }

  /** Whether {@code Chapter} is after a position or after the parenthesis that starts there. */
  private boolean hasLabelAfter(int end) {
    int next = text.nextWord(end);
    if ((text.gap(end) & NormalizedText.OPEN) != 0) {
      int outside = text.depth(end) - 1;
      for (int words = 0; words < MAX_PARENTHESIS_WORDS && next < limit; words++) {
        int wordEnd = text.wordEnd(next);
        next = text.nextWord(wordEnd);
        if (text.depth(wordEnd) <= outside) {
          break;
        }
      }
    }
    return next < limit
        && (LABELS.matchesAt(text, next) || text.afterWords(next, "procedure", "summary") >= 0);
  }

  /** Whether {@code Chapter:} is before a position. */
  private boolean hasLabelBefore(int position) {
    return position > segment.bodyStart() && LABELS.matchesAt(text, text.previousWord(position));
  }

  /** Whether the word at a position belongs to a sentence. */
  static boolean isProse(NormalizedText text, int position) {
    return PROSE.matchesAt(text, position);
  }
}
