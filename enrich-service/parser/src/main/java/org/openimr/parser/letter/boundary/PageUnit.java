package org.openimr.parser.letter.boundary;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.Whitespace;

/**
 * A page, or the part of a page from a header block on.
 *
 * @param start offset of its first character
 * @param end offset just past its last character
 * @param opening the heading that opens a letter on this page, or -1
 * @param items the heading that opens the items of a letter on this page, or -1
 * @param content the letters and digits of the page, to recognize a page that is there twice
 */
record PageUnit(int start, int end, int opening, int items, String content) {
  private static final String ITEM_LABEL = "uideline:";

  /** Splits a text at form feeds and above each header block. */
  static List<PageUnit> split(String text, List<LetterHeading> headings) {
    List<Integer> cuts = new ArrayList<>();
    cuts.add(0);
    for (int at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) {
      cuts.add(at + 1);
    }
    int previous = 0;
    for (LetterHeading heading : headings) {
      if (!heading.opensItems()) {
        cuts.add(letterStart(text, previous, heading.start()));
        previous = heading.start();
      }
    }
    cuts.add(text.length());
    List<Integer> sorted = cuts.stream().sorted().distinct().toList();
    List<PageUnit> units = new ArrayList<>(sorted.size());
    for (int k = 0; k + 1 < sorted.size(); k++) {
      add(units, text, sorted.get(k), sorted.get(k + 1), headings);
    }
    return units;
  }

  /** Returns the start of the letterhead, the header block or the page above a heading. */
  private static int letterStart(String text, int from, int heading) {
    int block = HeaderBlockFinder.findStart(text, from, heading);
    return pageStart(text, Letterhead.findStart(text, from, block));
  }

  /** Returns the start of the page if nothing but furniture precedes a header block on it. */
  private static int pageStart(String text, int block) {
    int before = Whitespace.skipBackward(text, block, 0);
    int pageBreak = text.lastIndexOf('\f', block - 1);
    return pageBreak >= before ? pageBreak + 1 : block;
  }

  private static void add(
      List<PageUnit> units, String text, int start, int end, List<LetterHeading> headings) {
    PageUnit unit = of(text, start, end, headings);
    if (!unit.content.isEmpty()) {
      units.add(unit);
    }
  }

  /** Returns the unit between two offsets. */
  static PageUnit of(String text, int start, int end, List<LetterHeading> headings) {
    return new PageUnit(
        start,
        end,
        first(headings, false, start, end),
        first(headings, true, start, end),
        contentOf(text, start, end));
  }

  /** Returns whether this has the headings that open a letter and its items. */
  boolean hasAllHeadings() {
    return opening >= 0 && items >= 0;
  }

  /**
   * Returns whether more text of the same letter follows: this ends within a sentence, or labels of
   * items are below.
   */
  boolean isContinued(String text, List<LetterHeading> headings) {
    int next = first(headings, false, end, text.length());
    int to = next < 0 ? text.length() : next;
    int last = Whitespace.skipBackward(text, end, start);
    boolean unfinished =
        !SentenceBoundaries.endsAt(text, last, start) && Whitespace.skipForward(text, end, to) < to;
    return unfinished || text.indexOf(ITEM_LABEL, end, to) >= 0;
  }

  private static int first(List<LetterHeading> headings, boolean opensItems, int start, int end) {
    for (int k = indexFrom(headings, start); k < headings.size(); k++) {
      LetterHeading heading = headings.get(k);
      if (heading.start() >= end) {
        return -1;
      }
      if (heading.opensItems() == opensItems) {
        return heading.start();
      }
    }
    return -1;
  }

  /** Returns the index of the first heading from an offset on; a document may have thousands. */
  private static int indexFrom(List<LetterHeading> headings, int offset) {
    int low = 0;
    int high = headings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (headings.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String contentOf(String text, int start, int end) {
    StringBuilder content = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        content.append(c);
      }
    }
    return content.toString();
  }
}
