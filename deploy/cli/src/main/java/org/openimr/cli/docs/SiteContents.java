package org.openimr.cli.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;

/**
 * The table of contents: pages in the order in which the start page links to them, grouped by its
 * headings; pages without a link come last.
 *
 * @param groups pages by heading
 */
record SiteContents(Map<String, List<Entry>> groups) {
  private static final int GROUP_LEVEL = 2;
  private static final String OTHER_PAGES = "More";

  /** A page and its title in the table of contents. */
  record Entry(String page, String title) {}

  static SiteContents of(MarkdownPage start, SortedMap<String, MarkdownPage> pages) {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    Set<String> rest = new LinkedHashSet<>(pages.keySet());
    rest.remove(start.name());
    start
        .document()
        .accept(
            new AbstractVisitor() {
              private String group = "";

              @Override
              public void visit(Heading heading) {
                group = heading.getLevel() == GROUP_LEVEL ? MarkdownPage.plainText(heading) : group;
                visitChildren(heading);
              }

              @Override
              public void visit(Link link) {
                String name = link.getDestination().replaceFirst("\\.md(#.*)?$", "");
                if (!group.isEmpty() && rest.remove(name)) {
                  groups
                      .computeIfAbsent(group, any -> new ArrayList<>())
                      .add(new Entry(name, capitalized(MarkdownPage.plainText(link))));
                }
              }
            });
    if (!rest.isEmpty()) {
      groups.put(
          OTHER_PAGES,
          rest.stream()
              .map(name -> new Entry(name, Objects.requireNonNull(pages.get(name)).title()))
              .toList());
    }
    return new SiteContents(groups);
  }

  private static String capitalized(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
