package org.openimr.enrich.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.enrich.letter.Passage;

class CitationReaderTest {
  private static final CitationReader READER = new CitationReader(CatalogueFiles.seed());

  static Stream<StatementTable.Row> rows() {
    return Stream.of("schedule.table", "outside.table")
        .flatMap(t -> StatementTable.read(t).stream());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void statementIsReadAsTheTableSays(StatementTable.Row row) {
    GuidelineBasis basis = READER.read(whole(row.statement()), row.asOf());

    assertThat(StatementTable.describe(basis)).isEqualTo(row.expected());
  }

  @Test
  void citationStandsWhereItsSpanSays() {
    String letter =
        "guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special\r\n"
            + "Studies, and Low Back\n\nComplaints 2004.\nDecision rationale: none.";
    int end = letter.indexOf("\nDecision rationale");

    List<Citation> citations =
        READER.read(Passage.of(letter, "guideline: ".length(), end), Optional.empty()).citations();

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
        READER.read(
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
        READER.read(whole("Decision based on MTUS Knee Complaints 2004."), Optional.empty());

    assertThat(basis.citations())
        .extracting(c -> c.resolved().regulation())
        .containsExactly(Optional.of("8 CCR 9792.23.6"));
  }

  @Test
  void everyHeadOfTheCatalogueIsReadByItsTitleAndYear() {
    Vocabulary vocabulary = new Vocabulary(CatalogueFiles.seed());
    for (Guideline head : vocabulary.heads()) {
      String printed = head.title() + head.edition().map(e -> " " + e).orElse("");
      if (head.edition().filter(e -> e.matches("\\d{4}")).isPresent()) {
        assertThat(READER.read(whole("Decision based on MTUS " + printed + "."), Optional.empty()))
            .extracting(b -> b.citations().getFirst().resolved().guidelineId())
            .as(printed)
            .isEqualTo(Optional.of(head.id()));
      }
    }
  }

  @Test
  void everyTopicIsReadBelowItsHead() {
    for (Guideline head : new Vocabulary(CatalogueFiles.seed()).heads()) {
      for (Guideline.Topic topic : head.topics()) {
        String statement =
            "Decision based on MTUS %s %s, Section(s): %s."
                .formatted(head.title(), head.edition().orElseThrow(), topic.name());
        Citation citation = READER.read(whole(statement), Optional.empty()).citations().getFirst();
        assertThat(citation.printed().sections()).containsExactly(topic.name());
        assertThat(citation.resolved().topicIds()).containsExactly(topic.id());
        assertThat(citation.resolved().resolution()).isEqualTo(Citation.Resolution.EXACT);
      }
    }
  }

  @Test
  void everySpellingOfAnOdgChapterIsReadAsThatChapter() {
    for (Guideline chapter : new Vocabulary(CatalogueFiles.seed()).odgChapters()) {
      for (String spelling : chapter.aliases()) {
        String statement =
            "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), %s, Rest."
                .formatted(spelling);
        assertThat(READER.read(whole(statement), Optional.empty()).citations())
            .extracting(c -> c.resolved().document())
            .as(spelling)
            .containsExactly(Optional.of(chapter.title()));
      }
    }
  }

  private static Passage whole(String text) {
    return Passage.of(text, 0, text.length());
  }
}
