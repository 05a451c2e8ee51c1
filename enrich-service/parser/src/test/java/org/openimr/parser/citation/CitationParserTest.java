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
  private static final CitationParser READER =
      new CitationParser(CatalogueFileReader.seedCatalogue());

  static Stream<StatementTable.Row> rows() {
    return Stream.of("schedule.table", "outside.table")
        .flatMap(t -> StatementTable.read(t).stream());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void statementIsReadAsTheTableSays(StatementTable.Row row) {
    GuidelineBasis basis = READER.parse(whole(row.statement()), row.asOf());

    assertThat(StatementTable.describe(basis)).isEqualTo(row.expected());
  }

  @Test
  void citationStandsWhereItsSpanSays() {
    String letter =
        "guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special\r\n"
            + "Studies, and Low Back\n\nComplaints 2004.\nDecision rationale: none.";
    int end = letter.indexOf("\nDecision rationale");

    List<Citation> citations =
        READER
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
  void regulationSectionsAreKeptAsPrinted() {
    GuidelineBasis basis =
        READER.parse(
            whole(
                "Decision based on MTUS Chronic Pain Treatment Guidelines Acupuncture Section"
                    + " (9792.20-9792.26) Page(s): 13."),
            Optional.empty());

    assertThat(basis.citations())
        .flatExtracting(c -> c.printed().regulationSections())
        .containsExactly("9792.20-9792.26");
  }

  @Test
  void regulationIsThatOfTheGuidelineAndNotOfTheLetter() {
    GuidelineBasis basis =
        READER.parse(whole("Decision based on MTUS Knee Complaints 2004."), Optional.empty());

    assertThat(basis.citations())
        .extracting(c -> c.resolved().regulation())
        .containsExactly(Optional.of("8 CCR 9792.23.6"));
  }

  @Test
  void everyHeadOfTheCatalogueIsReadByItsTitleAndYear() {
    CatalogueView vocabulary = new CatalogueView(CatalogueFileReader.seedCatalogue());
    for (Guideline head : vocabulary.mtusDocuments()) {
      String printed = head.title() + head.edition().map(e -> " " + e).orElse("");
      if (head.edition().filter(e -> e.matches("\\d{4}")).isPresent()) {
        assertThat(READER.parse(whole("Decision based on MTUS " + printed + "."), Optional.empty()))
            .extracting(b -> b.citations().getFirst().resolved().guidelineId())
            .as(printed)
            .isEqualTo(Optional.of(head.id()));
      }
    }
  }

  @Test
  void everyTopicIsReadBelowItsHead() {
    for (Guideline head : new CatalogueView(CatalogueFileReader.seedCatalogue()).mtusDocuments()) {
      for (Guideline.Topic topic : head.topics()) {
        String statement =
            "Decision based on MTUS %s %s, Section(s): %s."
                .formatted(head.title(), head.edition().orElseThrow(), topic.name());
        Citation citation = READER.parse(whole(statement), Optional.empty()).citations().getFirst();
        assertThat(citation.printed().sections()).containsExactly(topic.name());
        assertThat(citation.resolved().topicIds()).containsExactly(topic.id());
        assertThat(citation.resolved().resolution()).isEqualTo(Citation.Resolution.EXACT);
      }
    }
  }

  @Test
  void everySpellingOfAnOdgChapterIsReadAsThatChapter() {
    for (Guideline chapter : new CatalogueView(CatalogueFileReader.seedCatalogue()).odgChapters()) {
      for (String spelling : chapter.aliases()) {
        String statement =
            "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), %s, Rest."
                .formatted(spelling);
        assertThat(READER.parse(whole(statement), Optional.empty()).citations())
            .extracting(c -> c.resolved().document())
            .as(spelling)
            .containsExactly(Optional.of(chapter.title()));
      }
    }
  }

  private static SourceMappedText whole(String text) {
    return SourceMappedText.of(text, 0, text.length());
  }
}
