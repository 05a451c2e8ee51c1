package org.openimr.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site of the project's own pages: every link on it leads somewhere. */
class DocsSiteTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
  private static final Pattern ANCHOR = Pattern.compile(" id=\"([^\"]+)\"");

  @TempDir Path out;
  @TempDir Path pages;

  @Test
  void everyLinkAndAnchorResolves() throws IOException {
    int written = DocsSite.write(DOCS, out);

    Map<String, String> site = htmlOf(out);
    assertThat(site).hasSize(written).containsKeys("index.html", "start.html", "events.html");
    site.forEach((name, html) -> assertThat(deadLinks(html, name, site)).as(name).isEmpty());
  }

  @Test
  void everyReadmeLinkResolves() throws IOException {
    Path project = Path.of("../..");
    MarkdownPage readme = MarkdownPage.of("README", Files.readString(project.resolve("README.md")));

    List<String> links =
        readme.links().stream()
            .map(node -> node instanceof Link link ? link.getDestination() : picture(node))
            .filter(link -> !link.contains("://"))
            .toList();

    assertThat(links).isNotEmpty();
    assertThat(links).allSatisfy(link -> assertThat(project.resolve(link)).exists());
  }

  private static String picture(Node node) {
    return ((Image) node).getDestination();
  }

  @Test
  void loadsNoExternalResources() throws IOException {
    DocsSite.write(DOCS, out);

    assertThat(htmlOf(out).values())
        .allSatisfy(
            html ->
                assertThat(html)
                    .doesNotContain("<script", "src=\"http", "stylesheet", "url(", "@import"));
  }

  @Test
  void listsPagesWithoutLinkUnderMore() throws IOException {
    page("README", "# Docs\n\n## First\n\n- [one](one.md)\n");
    page("one", "# One\n");
    page("two", "# Two of them\n");

    DocsSite.write(pages, out);

    assertThat(out.resolve("one.html"))
        .content()
        .contains("<h2>First</h2><a href=\"one.html\" aria-current=\"page\">One</a>")
        .contains("<h2>More</h2><a href=\"two.html\">Two of them</a>");
  }

  @Test
  void rejectsLinkToMissingFile() throws IOException {
    page("README", "[gone](gone.md)\n");

    assertThatThrownBy(() -> DocsSite.write(pages, out))
        .hasMessage("README.md links to gone.md, which does not exist");
  }

  @Test
  void escapesMarkupInText() throws IOException {
    page("README", "# A & B\n\n`<b>` and <script>alert(1)</script>\n");

    DocsSite.write(pages, out);

    assertThat(out.resolve("index.html"))
        .content()
        .contains("<title>A &amp; B", "&lt;script&gt;")
        .doesNotContain("<script>");
  }

  private static List<String> deadLinks(String html, String name, Map<String, String> site) {
    return LINK.matcher(html)
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.contains("://") && !link.startsWith("data:"))
        .filter(link -> !leads(link, name, site))
        .toList();
  }

  private static boolean leads(String link, String name, Map<String, String> site) {
    String[] parts = link.split("#", 2);
    String target = parts[0].isEmpty() ? name : parts[0];
    if (parts.length == 2) {
      return site.containsKey(target) && anchors(site.get(target)).contains(parts[1]);
    }
    // other files: Site itself fails where one is missing
    return site.containsKey(target) || !target.endsWith(".html");
  }

  private static List<String> anchors(String html) {
    return ANCHOR.matcher(html).results().map(MatchResult::group).map(DocsSiteTest::value).toList();
  }

  private static String value(String attribute) {
    return attribute.substring(" id=\"".length(), attribute.length() - 1);
  }

  private void page(String name, String markdown) throws IOException {
    Files.writeString(pages.resolve(name + ".md"), markdown);
  }

  private static Map<String, String> htmlOf(Path folder) throws IOException {
    Map<String, String> html = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
        html.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return html;
  }
}
