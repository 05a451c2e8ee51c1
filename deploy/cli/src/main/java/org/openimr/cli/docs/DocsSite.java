package org.openimr.cli.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * All pages of a folder as HTML that needs no server, no script and nothing of the network; each
 * page is one file, but for its pictures.
 */
final class DocsSite {
  static final String START = "README";
  private static final String MARKDOWN = ".md";

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(MarkdownPage.EXTENSIONS).escapeHtml(true).build();

  private final Path folder;
  private final Path out;
  private final SortedMap<String, MarkdownPage> pages = new TreeMap<>();

  private DocsSite(Path folder, Path out) {
    this.folder = folder.toAbsolutePath().normalize();
    this.out = out;
  }

  /**
   * Writes the site.
   *
   * @param folder with {@code README.md}, the start page, and others beside it
   * @param out made if it is not there; pages of the same name are replaced
   * @return how many pages
   * @throws IOException if a page links to a file that is not there
   */
  static int write(Path folder, Path out) throws IOException {
    DocsSite site = new DocsSite(folder, out);
    site.read();
    Files.createDirectories(out);
    SiteContents contents = SiteContents.of(site.pages.get(START), site.pages);
    for (MarkdownPage page : site.pages.values()) {
      site.write(page, contents);
    }
    return site.pages.size();
  }

  private void read() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(MARKDOWN)).toList()) {
        String name = file.getFileName().toString().replace(MARKDOWN, "");
        pages.put(name, MarkdownPage.of(name, Files.readString(file)));
      }
    }
    if (!pages.containsKey(START)) {
      throw new IOException("There is no README.md in " + folder);
    }
  }

  private void write(MarkdownPage page, SiteContents contents) throws IOException {
    for (Node node : page.links()) {
      if (node instanceof Link link) {
        link.setDestination(target(page, link.getDestination()));
      } else if (node instanceof Image image) {
        image.setDestination(target(page, image.getDestination()));
      }
    }
    String html =
        resource("page.html")
            .replace("{{style}}", resource("site.css"))
            .replace("{{title}}", escaped(page.title()))
            .replace("{{contents}}", contents(page, contents))
            .replace("{{page}}", tablesThatScroll(RENDERER.render(page.document())));
    Files.writeString(out.resolve(file(page.name())), html);
  }

  /** Where a link leads in the site; files that are no pages are copied. */
  private String target(MarkdownPage page, String destination) throws IOException {
    if (destination.contains("://") || destination.startsWith("#")) {
      return destination;
    }
    int hash = destination.indexOf('#');
    String path = hash < 0 ? destination : destination.substring(0, hash);
    String anchor = hash < 0 ? "" : destination.substring(hash);
    String name = path.endsWith(MARKDOWN) ? path.replace(MARKDOWN, "") : "";
    if (pages.containsKey(name)) {
      return file(name) + anchor;
    }
    Path file = folder.resolve(path).normalize();
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "%s.md links to %s, which is no file".formatted(page.name(), destination));
    }
    String copied = file.startsWith(folder) ? path : "files/" + file.getFileName();
    Files.createDirectories(out.resolve(copied).getParent());
    Files.write(out.resolve(copied), Files.readAllBytes(file));
    return copied;
  }

  private static String contents(MarkdownPage current, SiteContents contents) {
    return link(START, current, "All pages")
        + contents.groups().entrySet().stream()
            .map(
                group ->
                    "<h2>%s</h2>%s"
                        .formatted(escaped(group.getKey()), links(group.getValue(), current)))
            .collect(Collectors.joining());
  }

  private static String links(List<SiteContents.Entry> entries, MarkdownPage current) {
    return entries.stream()
        .map(entry -> link(entry.page(), current, entry.title()))
        .collect(Collectors.joining());
  }

  private static String link(String name, MarkdownPage current, String title) {
    String here = name.equals(current.name()) ? " aria-current=\"page\"" : "";
    return "<a href=\"%s\"%s>%s</a>".formatted(file(name), here, escaped(title));
  }

  private static String file(String name) {
    return (name.equals(START) ? "index" : name) + ".html";
  }

  private static String tablesThatScroll(String html) {
    return html.replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = DocsSite.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
