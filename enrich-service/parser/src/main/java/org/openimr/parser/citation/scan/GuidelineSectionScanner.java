package org.openimr.parser.citation.scan;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex.NameMatch;
import org.openimr.parser.citation.text.NormalizedText;

/**
 * Finds where the name of a section ends. The longest name of the catalogue is tried first, because
 * names contain commas; an unknown name ends at a comma before a capital.
 */
final class GuidelineSectionScanner {
  /** Maximum searches within one edit for unknown names per segment. */
  private static final int MAX_SEARCHES = 64;

  /** The separators at which a known name ends; after a colon or bracket it continues. */
  private static final int NAME_END =
      NormalizedText.NAME_END & ~(NormalizedText.OPEN | NormalizedText.COLON);

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final DocumentTitleScanner titles;
  private final int limit;
  private final IntPredicate isNameEnd = this::isNameEnd;
  private int searches;

  GuidelineSectionScanner(
      Catalogue catalogue, NormalizedText text, DocumentTitleScanner titles, int limit) {
    this.catalogue = catalogue;
    this.text = text;
    this.titles = titles;
    this.limit = limit;
  }

  /** Position just past the section at a position. */
  int end(int position) {
    int known = knownEnd(position);
    if (known > 0
        && (text.gap(known) & NormalizedText.COMMA) == 0
        && !text.isWord(text.nextWord(known), "and")) {
      return known;
    }
    int edited = editedEnd(position, Math.max(position, known));
    if (edited > known + 1) {
      return edited;
    }
    return known > 0 ? known : unlistedEnd(position);
  }

  /** Like {@link #end}, but without a search within one edit. */
  int exactEnd(int position) {
    int known = knownEnd(position);
    return known > 0 ? known : unlistedEnd(position);
  }

  /** Position just past the longest known name at a position; 0 if there is none. */
  int knownEnd(int position) {
    Optional<NameMatch<String>> name = catalogue.sections().findLongest(text, position, isNameEnd);
    return name.isPresent() ? name.get().end() : 0;
  }

  private int editedEnd(int position, int firstEdit) {
    if (searches++ >= MAX_SEARCHES) {
      return 0;
    }
    Optional<NameMatch<String>> name =
        catalogue.sections().findWithinOneEdit(text, position, firstEdit, isNameEnd);
    return name.isPresent() ? name.get().end() : 0;
  }

  /** Whether pages, sections or regulation sections start at a position. */
  boolean isLocator(int position) {
    return LocatorScanner.pages(text, position) >= 0
        || LocatorScanner.afterSectionLabel(text, position) >= 0
        || LocatorScanner.isRegulationSection(text, position);
  }

  private int unlistedEnd(int position) {
    int end = text.wordEnd(position);
    boolean stopped = isNumberWithStop(position);
    boolean numbered = stopped || text.startsWithDigit(position) && text.numberAt(position) < 0;
    if (stopped) {
      end = text.wordEnd(text.nextWord(end));
    }
    while (!isUnlistedEnd(end, numbered)) {
      end = text.wordEnd(text.nextWord(end));
    }
    return end;
  }

  /** Whether {@code 2.} is before a name at a position. */
  private boolean isNumberWithStop(int position) {
    int end = text.wordEnd(position);
    int next = text.nextWord(end);
    return text.startsWithDigit(position)
        && (text.gap(end) & ~NormalizedText.BLANK) == NormalizedText.FULL_STOP
        && next < limit
        && text.isCapitalized(next)
        && !text.startsWithDigit(next)
        && !isLocator(next);
  }

  private boolean isUnlistedEnd(int end, boolean numbered) {
    int next = text.nextWord(end);
    if (next >= limit || isLocator(next)) {
      return true;
    }
    if (text.depth(end) > 0) {
      return false;
    }
    int gap = text.gap(end);
    if ((gap & NormalizedText.COMMA) != 0) {
      boolean startsName = numbered ? text.startsWithDigit(next) : text.isCapitalized(next);
      return startsName || joinsTitle(next);
    }
    boolean closed = (gap & (NormalizedText.SEMICOLON | NormalizedText.FULL_STOP)) != 0;
    return closed && text.isCapitalized(next) || joinsTitle(next);
  }

  /** Whether an {@code and} at a position joins the next title. */
  private boolean joinsTitle(int position) {
    return text.isWord(position, "and") && titles.isCited(text.nextWord(position + 3));
  }

  /** Whether a known name can end at a position. */
  private boolean isNameEnd(int end) {
    if (end > limit) {
      return false;
    }
    int next = text.nextWord(end);
    return next >= limit
        || (text.gap(end) & NAME_END) != 0
        || isLocator(next)
        || text.isWord(next, "and");
  }
}
