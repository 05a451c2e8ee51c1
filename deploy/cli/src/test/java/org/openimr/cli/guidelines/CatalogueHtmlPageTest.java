package org.openimr.cli.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.cli.html.HtmlText;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;

class CatalogueHtmlPageTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final List<Guideline> SEED = CatalogueFileReader.seedGuidelines();

  @Test
  void containsEveryGuidelineWithPeriodAndTopics() {
    String page = CatalogueHtmlPage.of(SEED, TODAY);

    assertThat(SEED)
        .allSatisfy(
            entry -> {
              String part = part(page, entry.id());
              assertThat(part).contains("In force: " + GuidelinePeriodFormatter.of(entry));
              assertThat(part).contains(bar(entry));
              entry.successor().ifPresent(id -> assertThat(part).contains("href=\"#" + id + "\""));
              entry
                  .topics()
                  .forEach(topic -> assertThat(part).contains(HtmlText.escape(topic.name())));
            });
  }

  @Test
  void loadsNoExternalResources() {
    String page = CatalogueHtmlPage.of(SEED, TODAY);

    assertThat(page).doesNotContain("src=", "@import", "url(", "<link", "fetch(");
  }

  @Test
  void replacesAllPlaceholders() {
    assertThat(CatalogueHtmlPage.of(SEED, TODAY)).doesNotContain("{{");
  }

  @Test
  void drawsBarOverPeriod() {
    Guideline half = guideline("2025-01-01", "2025-12-31", "a book");

    String page = CatalogueHtmlPage.of(List.of(half), TODAY);

    assertThat(page).contains("<span class=\"bar\" style=\"left:0.00%;width:50.00%\"></span>");
  }

  @Test
  void drawsOpenPeriodToRightEndAsInForce() {
    Guideline open = guideline("2025-01-01", "", "a book");

    String page = CatalogueHtmlPage.of(List.of(open), TODAY);

    assertThat(page).contains("<span class=\"bar now\" style=\"left:0.00%;width:100.00%\"></span>");
  }

  @Test
  void escapesMarkupInCatalogue() {
    Guideline sly = guideline("2025-01-01", "", "javascript:alert(1)//<script>");

    String page = CatalogueHtmlPage.of(List.of(sly), TODAY);

    assertThat(page)
        .contains("javascript:alert(1)//&lt;script&gt;")
        .doesNotContain("href=\"javascript");
  }

  @Test
  void rendersEmptyCatalogue() {
    assertThat(CatalogueHtmlPage.of(List.of(), TODAY)).contains("0 entries");
  }

  private static String part(String page, String id) {
    int from = page.indexOf("<div class=\"edition\" id=\"" + HtmlText.escape(id) + "\"");
    assertThat(from).as(id).isPositive();
    int to = page.indexOf("<div class=\"edition\"", from + 1);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  private static String bar(Guideline entry) {
    return entry.inForceFrom().isPresent() ? "<span class=\"bar" : "<span class=\"unknown\"";
  }

  private static Guideline guideline(String from, String to, String source) {
    return new Guideline(
        "mtus/rest/2025",
        Authority.MTUS,
        "Rest",
        List.of(),
        Optional.of("2025"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.parse(from)),
        Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse),
        List.of(),
        Optional.empty(),
        Optional.of(source),
        Confidence.SOURCED,
        Confidence.SOURCED);
  }
}
