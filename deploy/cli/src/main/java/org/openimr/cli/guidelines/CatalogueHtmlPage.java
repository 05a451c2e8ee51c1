package org.openimr.cli.guidelines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openimr.cli.html.HtmlText;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Topic;

/**
 * Renders the catalogue as one self-contained HTML page. A script on the page searches the entries;
 * the page is readable without scripts.
 */
public final class CatalogueHtmlPage {
  private static final Map<Authority, String> HEADINGS =
      Map.of(
          Authority.MTUS, "Medical Treatment Utilization Schedule (MTUS)",
          Authority.ACOEM, "ACOEM Practice Guidelines",
          Authority.ODG, "Official Disability Guidelines (ODG)",
          Authority.OTHER, "Other sources");

  private final Collection<Guideline> guidelines;
  private final GuidelineTimeline timeline;

  private CatalogueHtmlPage(Collection<Guideline> guidelines, GuidelineTimeline timeline) {
    this.guidelines = guidelines;
    this.timeline = timeline;
  }

  /**
   * Renders the page.
   *
   * @param today date of the page; guidelines in force on it are highlighted
   */
  public static String of(Collection<Guideline> guidelines, LocalDate today) {
    return new CatalogueHtmlPage(guidelines, GuidelineTimeline.over(guidelines, today)).page();
  }

  private String page() {
    Map<Authority, List<Guideline>> byAuthority =
        guidelines.stream()
            .collect(
                Collectors.groupingBy(Guideline::authority, TreeMap::new, Collectors.toList()));
    return template()
        .replace("{{years}}", Integer.toString(timeline.years()))
        .replace("{{first}}", Integer.toString(timeline.first()))
        .replace("{{today}}", timeline.today().toString())
        .replace("{{count}}", Integer.toString(guidelines.size()))
        .replace("{{authorities}}", options(byAuthority.keySet()))
        .replace("{{sections}}", joined(byAuthority.entrySet().stream().map(this::section)));
  }

  private static String options(Collection<Authority> authorities) {
    return joined(authorities.stream().map(authority -> "<option>" + authority + "</option>"));
  }

  private String section(Map.Entry<Authority, List<Guideline>> authority) {
    Map<String, List<Guideline>> documents =
        authority.getValue().stream()
            .collect(Collectors.groupingBy(Guideline::title, TreeMap::new, Collectors.toList()));
    return """
    <section data-authority="%s" aria-labelledby="of-%s">
    <h2 id="of-%s">%s</h2>
    <div class="axis" aria-hidden="true"><span></span>%s</div>
    %s</section>
    """
        .formatted(
            authority.getKey(),
            authority.getKey(),
            authority.getKey(),
            HEADINGS.get(authority.getKey()),
            timeline.axis(),
            joined(documents.entrySet().stream().map(e -> document(e.getKey(), e.getValue()))));
  }

  private String document(String title, List<Guideline> editions) {
    List<String> aliases =
        editions.stream().flatMap(edition -> edition.aliases().stream()).distinct().toList();
    String also =
        aliases.isEmpty()
            ? ""
            : "<p class=\"also\">also " + HtmlText.escape(String.join(" · ", aliases)) + "</p>";
    Comparator<Guideline> byTime =
        Comparator.comparing((Guideline g) -> g.inForceFrom().orElse(LocalDate.MAX))
            .thenComparing(Guideline::id);
    return """
    <article data-text="%s">
    <h3>%s</h3>%s
    %s</article>
    """
        .formatted(
            HtmlText.escape(title + " " + String.join(" ", aliases)),
            HtmlText.escape(title),
            also,
            joined(editions.stream().sorted(byTime).map(this::edition)));
  }

  private String edition(Guideline guideline) {
    return """
    <div class="edition" id="%s" data-from="%s" data-to="%s" data-text="%s">
    <div class="name">%s<div class="id">%s</div></div>
    <div>%s<p class="said">%s</p><div class="facts">%s</div></div>
    </div>
    """
        .formatted(
            HtmlText.escape(guideline.id()),
            guideline.inForceFrom().map(Object::toString).orElse(""),
            guideline.inForceTo().map(Object::toString).orElse(""),
            HtmlText.escape(searchText(guideline)),
            guideline.edition().map(e -> "Edition " + HtmlText.escape(e)).orElse("No edition"),
            HtmlText.escape(guideline.id()),
            timeline.bar(guideline),
            inForce(guideline),
            facts(guideline));
  }

  private static String searchText(Guideline guideline) {
    Stream<String> facts =
        Stream.of(guideline.edition(), guideline.publisher(), guideline.regulation())
            .flatMap(fact -> fact.stream());
    Stream<String> topics =
        guideline.topics().stream()
            .flatMap(topic -> Stream.concat(Stream.of(topic.name()), topic.aliases().stream()));
    return Stream.of(Stream.of(guideline.id()), facts, topics)
        .flatMap(words -> words)
        .collect(Collectors.joining(" "));
  }

  private static String inForce(Guideline guideline) {
    StringBuilder text =
        new StringBuilder("In force: ").append(GuidelinePeriodFormatter.of(guideline));
    if (guideline.inForceFrom().isPresent()) {
      text.append(", ").append(GuidelineDetailFormatter.label(guideline.periodConfidence()));
    }
    guideline
        .regulation()
        .ifPresent(section -> text.append(" · ").append(HtmlText.escape(section)));
    guideline
        .successor()
        .ifPresent(id -> text.append(" · replaced by ").append(CatalogueHtml.entry(id)));
    return text.toString();
  }

  private static String facts(Guideline guideline) {
    String source =
        guideline
            .source()
            .map(s -> "<div>Source: " + CatalogueHtml.source(s) + "</div>")
            .orElse("");
    if (guideline.topics().isEmpty()) {
      return source;
    }
    return """
    %s<details><summary>%d topics</summary><div class="scroll" tabindex="0" role="region" aria-label="Topics of %s"><table>
    <thead><tr><th scope="col">Topic</th><th scope="col">Pages</th><th scope="col">Also</th></tr></thead>
    <tbody>%s</tbody></table></div></details>
    """
        .formatted(
            source,
            guideline.topics().size(),
            HtmlText.escape(guideline.id()),
            joined(guideline.topics().stream().map(CatalogueHtmlPage::topic)));
  }

  private static String topic(Topic topic) {
    String pages =
        topic
            .pages()
            .map(p -> p.first() + "–" + p.last() + confidence(topic.pagesConfidence()))
            .orElse("");
    return "<tr><td>%s%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            HtmlText.escape(topic.name()),
            confidence(topic.nameConfidence()),
            pages,
            HtmlText.escape(String.join(" · ", topic.aliases())));
  }

  private static String confidence(Guideline.Confidence level) {
    return " (" + GuidelineDetailFormatter.label(level) + ")";
  }

  private static String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining());
  }

  private static String template() {
    try (InputStream page = CatalogueHtmlPage.class.getResourceAsStream("page.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
