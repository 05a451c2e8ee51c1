package org.openimr.enrich.citation;

import java.util.function.IntPredicate;

/**
 * Finds where the name of a section ends. The longest name of the catalogue is taken first, since
 * names hold commas; a name that is not known reaches to a comma before a capital.
 */
final class SectionScanner {
  /** So many unknown names in one statement are searched for within one edit. */
  private static final int MOST_SEARCHES = 64;

  private final Catalogue catalogue;
  private final Folded text;
  private final HeadScanner heads;
  private final int limit;
  private final IntPredicate ends = this::ends;
  private int searches;

  SectionScanner(Catalogue catalogue, Folded text, HeadScanner heads, int limit) {
    this.catalogue = catalogue;
    this.text = text;
    this.heads = heads;
    this.limit = limit;
  }

  /** Where the section at {@code position} ends. */
  int end(int position) {
    int known = known(position);
    if (known > 0 && (text.gap(known) & Folded.COMMA) == 0 && !text.word(text.next(known), "and")) {
      return known;
    }
    int near = near(position, Math.max(position, known));
    if (near > known + 1) {
      return near;
    }
    return known > 0 ? known : unknownEnd(position);
  }

  /** The same without a search within one edit. */
  int plainEnd(int position) {
    int known = known(position);
    return known > 0 ? known : unknownEnd(position);
  }

  /** Where the longest known name at {@code position} ends; 0 if there is none. */
  int known(int position) {
    Names.Match<String> name = catalogue.sections().longest(text, position, ends);
    return name == null ? 0 : name.end();
  }

  private int near(int position, int firstEdit) {
    if (searches++ >= MOST_SEARCHES) {
      return 0;
    }
    Names.Match<String> name = catalogue.sections().oneEdit(text, position, firstEdit, ends);
    return name == null ? 0 : name.end();
  }

  /** Whether the words at {@code position} announce pages, sections or regulations. */
  boolean announces(int position) {
    return Printed.pages(text, position) >= 0
        || Printed.sections(text, position) >= 0
        || Printed.regulation(text, position);
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
    if (text.depth(end) > 0) {
      return false;
    }
    int gap = text.gap(end);
    if ((gap & Folded.COMMA) != 0) {
      boolean opens = numbered ? text.startsWithDigit(next) : text.capital(next);
      return opens || joinsHead(next);
    }
    boolean closed = (gap & (Folded.SEMICOLON | Folded.STOP)) != 0;
    return closed && text.capital(next) || joinsHead(next);
  }

  /** Whether at {@code position} an {@code and} joins the next head. */
  private boolean joinsHead(int position) {
    return text.word(position, "and") && heads.dated(text.next(position + 3));
  }

  /** Whether a known name may end at {@code end}. */
  private boolean ends(int end) {
    if (end > limit) {
      return false;
    }
    int next = text.next(end);
    return next >= limit
        || (text.gap(end) & (Folded.END & ~Folded.OPEN)) != 0
        || announces(next)
        || text.word(next, "and");
  }
}
