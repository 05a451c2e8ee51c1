package org.openimr.parser.letter.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.text.FurnitureWords;
import org.openimr.parser.letter.text.LetterWords;

/**
 * Removes lines that are repeated at the same edge of several pages: fax lines, document numbers,
 * stamps, notices of confidentiality, running titles. The repeated lines have the same form; their
 * digits may vary. Lines that count the pages are certain. Others must follow each other from the
 * edge, and be separated from the text, be on all pages, or be on many.
 */
final class EdgeFurnitureFilter {
  /** Pages on which a line without a page counter is repeated, if no blank line separates it. */
  private static final int MIN_PAGES_UNSEPARATED = 3;

  private final String text;
  private final List<PageRanges.Page> pages;
  private final List<EdgeLine.Edge> edges = new ArrayList<>();
  private final Map<String, List<EdgeLine>> groups = new HashMap<>();
  private final BitSet grouped = new BitSet();
  private final BitSet counting = new BitSet();
  private final BitSet repeated = new BitSet();
  private @Nullable TextLines lines;
  private @Nullable TextFlow flow;

  private EdgeFurnitureFilter(String text, List<PageRanges.Page> pages) {
    this.text = text;
    this.pages = pages;
  }

  /** Blanks the repeated lines of a text of several pages. */
  static void apply(BlankableText target, List<PageRanges.Page> pages) {
    EdgeFurnitureFilter filter = new EdgeFurnitureFilter(target.original(), pages);
    filter.collect();
    filter.groups.values().forEach(filter::classify);
    filter.edges.forEach(edge -> filter.blank(target, edge.lines()));
  }

  private void collect() {
    for (int page = 0; page < pages.size(); page++) {
      PageRanges.Page range = pages.get(page);
      edges.add(EdgeLine.top(text, page, range.start(), range.end()));
      edges.add(EdgeLine.bottom(text, page, range.start(), range.end()));
    }
    Map<Integer, EdgeLine> firstOfForm = new HashMap<>();
    for (EdgeLine.Edge edge : edges) {
      for (EdgeLine line : edge.lines()) {
        EdgeLine first = firstOfForm.putIfAbsent(roughHash(line), line);
        if (first != null) {
          group(line);
          if (!grouped.get(first.id())) {
            group(first);
          }
        }
      }
    }
    groups.values().forEach(group -> group.sort(Comparator.comparingInt(EdgeLine::page)));
  }

  private int roughHash(EdgeLine line) {
    return 31 * LineSignature.roughHash(text, line.start(), line.end()) + (line.isTop() ? 1 : 2);
  }

  private void group(EdgeLine line) {
    grouped.set(line.id());
    if (line.length() <= LineSignature.MAX_LENGTH
        && text.charAt(line.end() - 1) != ':'
        && !LetterWords.ofItems(text, line.start(), line.end())) {
      String key = (line.isTop() ? '^' : '$') + LineSignature.of(text, line.start(), line.end());
      groups.computeIfAbsent(key, absent -> new ArrayList<>(2)).add(line);
    }
  }

  private void classify(List<EdgeLine> group) {
    int onPages = countPages(group);
    List<EdgeLine> examined = group.subList(0, Math.min(group.size(), LineCounters.MAX_EXAMINED));
    if (onPages < 2 || onPages < group.size() || isText(examined)) {
      return;
    }
    if (count(examined)) {
      if (hasLetterOrSlash(group.getFirst())
          && !FurnitureWords.areProse(printed(group.getFirst()))) {
        group.forEach(line -> counting.set(line.id()));
      }
    } else if (!areCopiesOfOnePage(examined) && isRepeated(group, onPages)) {
      group.forEach(line -> repeated.set(line.id()));
    }
  }

  private boolean count(List<EdgeLine> group) {
    return LineCounters.count(
        group.stream().map(this::printed).toList(),
        group.stream().mapToInt(EdgeLine::page).toArray());
  }

  /** Returns the number of pages of lines in the order of the text. */
  private static int countPages(List<EdgeLine> group) {
    int pages = 0;
    int previous = -1;
    for (EdgeLine line : group) {
      pages += line.page() == previous ? 0 : 1;
      previous = line.page();
    }
    return pages;
  }

  private boolean isText(List<EdgeLine> group) {
    TextLines all = lines();
    return flow(all).areText(group.stream().map(line -> all.indexOf(line.start())).toList());
  }

  /** Returns whether the pages of a group are the same page, whose text is repeated as well. */
  private boolean areCopiesOfOnePage(List<EdgeLine> group) {
    Set<String> beyond = new HashSet<>();
    for (EdgeLine line : group) {
      String inner = edges.get(line.edge()).beyond(text);
      beyond.add(inner.isEmpty() ? "page " + line.page() : inner);
    }
    return beyond.size() == 1;
  }

  private boolean isRepeated(List<EdgeLine> group, int onPages) {
    boolean separated = group.stream().allMatch(EdgeLine::isIsolated);
    boolean everywhere = onPages == pages.size();
    return (separated || everywhere || onPages >= MIN_PAGES_UNSEPARATED)
        && FurnitureWords.mayBe(printed(group.getFirst()));
  }

  private TextLines lines() {
    if (lines == null) {
      lines = TextLines.of(text, 0, text.length());
    }
    return lines;
  }

  private TextFlow flow(TextLines all) {
    if (flow == null) {
      flow = TextFlow.of(text, all);
    }
    return flow;
  }

  /** Blanks the lines of an edge. Lines that do not count pages must follow others at the edge. */
  private void blank(BlankableText target, List<EdgeLine> lines) {
    boolean atEdge = true;
    for (EdgeLine line : lines) {
      boolean furniture = counting.get(line.id()) || atEdge && repeated.get(line.id());
      if (furniture && mayBeBlanked(line)) {
        target.blank(line.start(), line.end());
      } else {
        atEdge = false;
      }
    }
  }

  /** Labels of the header block stay on the page that they head. */
  private boolean mayBeBlanked(EdgeLine line) {
    PageRanges.Page page = pages.get(line.page());
    return !LetterWords.ofHeader(text, line.start(), line.end())
        || text.indexOf("HOW THE", page.start(), page.end()) < 0;
  }

  private String printed(EdgeLine line) {
    return text.substring(line.start(), line.end());
  }

  /** Returns whether a line is more than numbers: bare numbers are left to the page numbers. */
  private boolean hasLetterOrSlash(EdgeLine line) {
    for (int i = line.start(); i < line.end(); i++) {
      if (Character.isLetter(text.charAt(i)) || text.charAt(i) == '/') {
        return true;
      }
    }
    return false;
  }
}
