package org.openimr.cli.docs;

import static org.openimr.cli.html.HtmlText.escape;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders a directory of Markdown pages as HTML that works without a server, scripts or network
 * access. Each page is one file; images are separate files.
 */
final class DocsSite {
  static final String START = "README";
  private static final String MARKDOWN = ".md";

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(MarkdownPage.EXTENSIONS).escapeHtml(true).build();

  private final Path directory;
  private final Path out;
  private final SortedMap<String, MarkdownPage> pages = new TreeMap<>();

  private DocsSite(Path directory, Path out) {
    this.directory = directory.toAbsolutePath().normalize();
    this.out = out;
  }

  /**
   * Writes the site.
   *
   * @param directory contains {@code README.md}, the start page, and the other pages
   * @param out output directory, created if missing; existing pages are replaced
   * @return number of pages written
   * @throws IOException if a page links to a missing file
   */
  static int write(Path directory, Path out) throws IOException {
    DocsSite site = new DocsSite(directory, out);
    site.read();
    Files.createDirectories(out);
    SiteContents contents =
        SiteContents.of(Objects.requireNonNull(site.pages.get(START), START), site.pages);
    for (MarkdownPage page : site.pages.values()) {
      site.write(page, contents);
    }
    return site.pages.size();
  }

  private void read() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(MARKDOWN)).toList()) {
        String name = file.getFileName().toString().replace(MARKDOWN, "");
        pages.put(name, MarkdownPage.of(name, Files.readString(file)));
      }
    }
    if (!pages.containsKey(START)) {
      throw new IOException("No README.md in " + directory);
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
            .replace("{{title}}", escape(page.title()))
            .replace("{{contents}}", contents(page, contents))
            .replace("{{page}}", scrollableTables(RENDERER.render(page.document())));
    Files.writeString(out.resolve(file(page.name())), html);
  }

  /** Destination of a link in the site; linked files that are not pages are copied. */
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
    Path file = directory.resolve(path).normalize();
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "%s.md links to %s, which does not exist".formatted(page.name(), destination));
    }
    String copied = file.startsWith(directory) ? path : "files/" + file.getFileName();
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
                        .formatted(escape(group.getKey()), links(group.getValue(), current)))
            .collect(Collectors.joining());
  }

  private static String links(List<SiteContents.Entry> entries, MarkdownPage current) {
    return entries.stream()
        .map(entry -> link(entry.page(), current, entry.title()))
        .collect(Collectors.joining());
  }

  private static String link(String name, MarkdownPage current, String title) {
    String attribute = name.equals(current.name()) ? " aria-current=\"page\"" : "";
    return "<a href=\"%s\"%s>%s</a>".formatted(file(name), attribute, escape(title));
  }

  private static String file(String name) {
    return (name.equals(START) ? "index" : name) + ".html";
  }

  private static String scrollableTables(String html) {
    return html.replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>");
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = DocsSite.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
