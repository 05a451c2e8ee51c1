package org.openimr.parser.letter.boundary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Assigns the pages of a document to letters. A letter has one heading that opens it and one that
 * opens its items, and no page twice. A page that repeats one of its own letter is left out, unless
 * the letter is complete and starts again.
 */
final class LetterLocator {
  /** Letters and digits below which two parts of a letter may be equal by chance. */
  private static final int MIN_PAGE = 300;

  /** Letters and digits of a page that is the same as the page before it. */
  private static final int MIN_ADJACENT_PAGE = 15;

  private final String text;
  private final List<LetterHeading> headings;
  private final List<Draft> drafts = new ArrayList<>();

  private LetterLocator(String text, List<LetterHeading> headings) {
    this.text = text;
    this.headings = headings;
    drafts.add(new Draft(0));
  }

  /**
   * The result of locating.
   *
   * @param letters the letters in the order of the document
   * @param incomplete numbers, from 1, of the letters that lack the heading of their items or have
   *     it twice
   */
  record Located(List<LetterRange> letters, List<Integer> incomplete) {}

  /** The pages of a letter so far. */
  private static final class Draft {
    private final int start;
    private final Set<String> contents = new HashSet<>();
    private final List<PageUnit> pages = new ArrayList<>();
    private final List<PageUnit> repeated = new ArrayList<>();
    private boolean opened;
    private int itemHeadings;

    Draft(int start) {
      this.start = start;
    }

    boolean isComplete() {
      return opened && itemHeadings == 1;
    }

    boolean hasPage(PageUnit page) {
      String content = page.content();
      boolean adjacent = !pages.isEmpty() && pages.getLast().content().equals(content);
      return content.length() >= (adjacent ? MIN_ADJACENT_PAGE : MIN_PAGE)
          && contents.contains(content);
    }

    /** Returns whether this starts with all the text of another draft and continues after it. */
    boolean continues(Draft other) {
      String text = content();
      String start = other.content();
      return text.length() > start.length() && text.startsWith(start);
    }

    private String content() {
      return pages.stream().map(PageUnit::content).collect(Collectors.joining());
    }

    void add(PageUnit page) {
      pages.add(page);
      contents.add(page.content());
      opened |= page.opening() >= 0;
      itemHeadings += page.items() >= 0 ? 1 : 0;
    }
  }

  /** Locates the letters of a text by its headings. */
  static Located locate(String text, List<LetterHeading> headings) {
    LetterLocator locator = new LetterLocator(text, headings);
    PageUnit.split(text, headings).forEach(locator::accept);
    locator.mergeRepeatedPages();
    return locator.finish(text.length());
  }

  private void accept(PageUnit page) {
    Draft letter = drafts.getLast();
    boolean opens = page.opening() >= 0;
    if (letter.hasPage(page)
        && (!(opens && letter.isComplete()) || isFirstPageAgain(letter, page))) {
      letter.repeated.add(page);
      return;
    }
    if (opens && letter.opened) {
      letter = new Draft(page.start());
      drafts.add(letter);
    }
    letter.add(page);
  }

  /** Returns whether a page with all headings repeats the one before it and continues below. */
  private boolean isFirstPageAgain(Draft letter, PageUnit page) {
    return page.hasAllHeadings()
        && letter.pages.getLast().content().equals(page.content())
        && page.isContinued(text, headings);
  }

  /** Returns the last pages to the letter that they repeat, unless they repeat it as a whole. */
  private void mergeRepeatedPages() {
    if (drafts.size() < 2) {
      return;
    }
    Draft last = drafts.getLast();
    Draft previous = drafts.get(drafts.size() - 2);
    if (!last.isComplete() && previous.contents.containsAll(last.contents)
        || previous.continues(last)) {
      drafts.removeLast();
      previous.repeated.addAll(last.pages);
      previous.repeated.addAll(last.repeated);
    }
  }

  private Located finish(int end) {
    List<LetterRange> letters = new ArrayList<>(drafts.size());
    List<Integer> incomplete = new ArrayList<>();
    for (int k = 0; k < drafts.size(); k++) {
      Draft letter = drafts.get(k);
      int letterEnd = k + 1 < drafts.size() ? drafts.get(k + 1).start : end;
      letters.add(new LetterRange(letter.start, letterEnd, List.copyOf(letter.repeated)));
      if (letter.itemHeadings != 1) {
        incomplete.add(k + 1);
      }
    }
    return new Located(letters, incomplete);
  }
}
