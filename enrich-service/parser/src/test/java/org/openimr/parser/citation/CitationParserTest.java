package org.openimr.parser.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.catalogue.CatalogueView;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.GuidelineBasis;
import org.openimr.parser.letter.model.SourceMappedText;

class CitationParserTest {
  private static final CitationParser PARSER =
      new CitationParser(CatalogueFileReader.seedCatalogue());

  static Stream<StatementTable.Row> rows() {
    return Stream.of("schedule.table", "outside.table", "editions.table")
        .flatMap(t -> StatementTable.read(t).stream());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void parsesStatement(StatementTable.Row row) {
    GuidelineBasis basis = PARSER.parse(statement(row.statement()), row.asOf());

    assertThat(StatementTable.format(basis)).isEqualTo(row.expected());
  }

  @Test
  void spansCoverCitations() {
    String letter =
        "guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special\r\n"
            + "Studies, and Low Back\n\nComplaints 2004.\nDecision rationale: none.";
    int end = letter.indexOf("\nDecision rationale");

    List<Citation> citations =
        PARSER
            .parse(SourceMappedText.of(letter, "guideline: ".length(), end), Optional.empty())
            .citations();

    assertThat(citations)
        .extracting(c -> letter.substring(c.printed().start(), c.printed().end()))
        .containsExactly(
            "Knee Complaints 2004, Section(s): Special\r\nStudies", "Low Back\n\nComplaints 2004");
    assertThat(citations)
        .extracting(c -> c.printed().text())
        .containsExactly(
            "Knee Complaints 2004, Section(s): Special Studies", "Low Back Complaints 2004");
  }

  @Test
  void keepsRegulationSectionsAsPrinted() {
    GuidelineBasis basis =
        PARSER.parse(
            statement(
                "Decision based on MTUS Chronic Pain Treatment Guidelines Acupuncture Section"
                    + " (9792.20-9792.26) Page(s): 13."),
            Optional.empty());

    assertThat(basis.citations())
        .flatExtracting(c -> c.printed().regulationSections())
        .containsExactly("9792.20-9792.26");
  }

  @Test
  void resolvesRegulationOfGuideline() {
    GuidelineBasis basis =
        PARSER.parse(statement("Decision based on MTUS Knee Complaints 2004."), Optional.empty());

    assertThat(basis.citations())
        .extracting(c -> c.resolved().regulation())
        .containsExactly(Optional.of("8 CCR 9792.23.6"));
  }

  @Test
  void recognizesEveryDocumentByTitleAndYear() {
    CatalogueView view = new CatalogueView(CatalogueFileReader.seedCatalogue());
    for (Guideline document : view.mtusDocuments()) {
      String printed = document.title() + document.edition().map(e -> " " + e).orElse("");
      if (document.edition().filter(e -> e.matches("\\d{4}")).isPresent()) {
        assertThat(
                PARSER.parse(
                    statement("Decision based on MTUS " + printed + "."), Optional.empty()))
            .extracting(b -> b.citations().getFirst().resolved().guidelineId())
            .as(printed)
            .isEqualTo(Optional.of(document.id()));
      }
    }
  }

  @Test
  void recognizesEveryTopicOfDocument() {
    for (Guideline document :
        new CatalogueView(CatalogueFileReader.seedCatalogue()).mtusDocuments()) {
      for (Guideline.Topic topic : document.topics()) {
        String statement =
            "Decision based on MTUS %s %s, Section(s): %s."
                .formatted(document.title(), document.edition().orElseThrow(), topic.name());
        Citation citation =
            PARSER.parse(statement(statement), Optional.empty()).citations().getFirst();
        assertThat(citation.printed().sections()).containsExactly(topic.name());
        assertThat(citation.resolved().topicIds()).containsExactly(topic.id());
        assertThat(citation.resolved().resolution()).isEqualTo(Citation.Resolution.EXACT);
      }
    }
  }

  @Test
  void recognizesEverySpellingOfOdgChapter() {
    for (Guideline chapter : new CatalogueView(CatalogueFileReader.seedCatalogue()).odgChapters()) {
      for (String spelling : chapter.aliases()) {
        String statement =
            "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), %s, Rest."
                .formatted(spelling);
        assertThat(PARSER.parse(statement(statement), Optional.empty()).citations())
            .extracting(c -> c.resolved().document())
            .as(spelling)
            .containsExactly(Optional.of(chapter.title()));
      }
    }
  }

  private static SourceMappedText statement(String text) {
    return SourceMappedText.of(text, 0, text.length());
  }
}
