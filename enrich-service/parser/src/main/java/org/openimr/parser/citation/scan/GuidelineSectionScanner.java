package org.openimr.parser.citation.scan;

import java.util.function.IntPredicate;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex;
import org.openimr.parser.citation.text.NormalizedText;

/**
 * Finds where the name of a section ends. The longest name of the catalogue is taken first, since
 * names hold commas; a name that is not known reaches to a comma before a capital.
 */
final class GuidelineSectionScanner {
  /** So many unknown names in one statement are searched for within one edit. */
  private static final int MAX_SEARCHES = 64;

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final DocumentTitleScanner heads;
  private final int limit;
  private final IntPredicate isNameEnd = this::isNameEnd;
  private int searches;

  GuidelineSectionScanner(
      Catalogue catalogue, NormalizedText text, DocumentTitleScanner heads, int limit) {
    this.catalogue = catalogue;
    this.text = text;
    this.heads = heads;
    this.limit = limit;
  }

  /** Where the section at {@code position} ends. */
  int end(int position) {
    int known = knownEnd(position);
    if (known > 0
        && (text.gap(known) & NormalizedText.COMMA) == 0
        && !text.isWord(text.nextWord(known), "and")) {
      return known;
    }
    int near = near(position, Math.max(position, known));
    if (near > known + 1) {
      return near;
    }
    return known > 0 ? known : unlistedEnd(position);
  }

  /** The same without a search within one edit. */
  int exactEnd(int position) {
    int known = knownEnd(position);
    return known > 0 ? known : unlistedEnd(position);
  }

  /** Where the longest known name at {@code position} ends; 0 if there is none. */
  int knownEnd(int position) {
    NameIndex.Match<String> name = catalogue.sections().findLongest(text, position, isNameEnd);
    return name == null ? 0 : name.end();
  }

  private int near(int position, int firstEdit) {
    if (searches++ >= MAX_SEARCHES) {
      return 0;
    }
    NameIndex.Match<String> name =
        catalogue.sections().findWithinOneEdit(text, position, firstEdit, isNameEnd);
    return name == null ? 0 : name.end();
  }

  /** Whether the words at {@code position} announce pages, sections or regulations. */
  boolean announces(int position) {
    return LocatorScanner.pages(text, position) >= 0
        || LocatorScanner.afterSectionLabel(text, position) >= 0
        || LocatorScanner.isRegulationSection(text, position);
  }

  private int unlistedEnd(int position) {
    boolean numbered = text.startsWithDigit(position) && text.numberAt(position) < 0;
    int end = text.wordEnd(position);
    while (!endsUnknown(end, numbered)) {
      end = text.wordEnd(text.nextWord(end));
    }
    return end;
  }

  private boolean endsUnknown(int end, boolean numbered) {
    int next = text.nextWord(end);
    if (next >= limit || announces(next)) {
      return true;
    }
    if (text.depth(end) > 0) {
      return false;
    }
    int gap = text.gap(end);
    if ((gap & NormalizedText.COMMA) != 0) {
      boolean opens = numbered ? text.startsWithDigit(next) : text.isCapitalized(next);
      return opens || joinsTitle(next);
    }
    boolean closed = (gap & (NormalizedText.SEMICOLON | NormalizedText.STOP)) != 0;
    return closed && text.isCapitalized(next) || joinsTitle(next);
  }

  /** Whether at {@code position} an {@code and} joins the next head. */
  private boolean joinsTitle(int position) {
    return text.isWord(position, "and") && heads.hasYear(text.nextWord(position + 3));
  }

  /** Whether a known name may end at {@code end}. */
  private boolean isNameEnd(int end) {
    if (end > limit) {
      return false;
    }
    int next = text.nextWord(end);
    return next >= limit
        || (text.gap(end) & (NormalizedText.NAME_END & ~NormalizedText.OPEN)) != 0
        || announces(next)
        || text.isWord(next, "and");
  }
}
