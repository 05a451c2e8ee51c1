package org.openimr.parser.citation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Resolution;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;
import org.openimr.parser.citation.model.Guideline.Topic;
import org.openimr.parser.letter.model.SourceMappedText;

/** Tests of catalogues built from records, as they are read from the topic. */
class CatalogueTest {
  private static final Topic NAPS =
      new Topic(
          "mtus/rest/2031#naps",
          "Naps, short & long",
          List.of("Siesta"),
          Optional.of(new Citation.Pages(7, 9)),
          Confidence.SOURCED,
          Confidence.SOURCED,
          Optional.empty());
  private static final Guideline REST = mtus("mtus/rest/2031", "Rest Cures", "2031", List.of(NAPS));

  @Test
  void recognizesDocumentAddedToCatalogue() {
    String statement =
        "Decision based on MTUS Rest Cures 2031, Section(s): Naps, short & long, and Knee"
            + " Complaints 2004.";
    List<Guideline> guidelines = new ArrayList<>(CatalogueFileReader.seedGuidelines());
    guidelines.add(REST);

    Citation before = read(CatalogueFileReader.seedCatalogue(), statement).getFirst();
    List<Citation> after = read(Catalogue.of(guidelines), statement);

    assertThat(before.resolved().resolution()).isEqualTo(Resolution.UNRESOLVED);
    assertThat(after)
        .extracting(c -> c.resolved().guidelineId().orElseThrow())
        .containsExactly("mtus/rest/2031", "mtus/knee-complaints/2004");
    assertThat(after.getFirst().printed().sections()).containsExactly("Naps, short & long");
    assertThat(after.getFirst().resolved().topicIds()).containsExactly("mtus/rest/2031#naps");
    assertThat(after.getFirst().resolved().resolution()).isEqualTo(Resolution.EXACT);
  }

  @Test
  void resolvesTopicBySourcedPages() {
    Citation citation =
        read(Catalogue.of(List.of(REST)), "Decision based on MTUS Rest Cures Page(s): 8.")
            .getFirst();

    assertThat(citation.resolved().topicIds()).containsExactly("mtus/rest/2031#naps");
  }

  @Test
  void ignoresPagesWithoutSource() {
    Topic unsourced =
        new Topic(
            NAPS.id(),
            NAPS.name(),
            List.of(),
            NAPS.pages(),
            Confidence.SOURCED,
            Confidence.UNSOURCED,
            Optional.empty());
    Guideline rest = mtus("mtus/rest/2031", "Rest Cures", "2031", List.of(unsourced));

    Citation citation =
        read(Catalogue.of(List.of(rest)), "Decision based on MTUS Rest Cures Page(s): 8.")
            .getFirst();

    assertThat(citation.resolved().guidelineId()).contains("mtus/rest/2031");
    assertThat(citation.resolved().topicIds()).isEmpty();
  }

  @Test
  void resolvesOnlyCommonFactsOfSeveralEditions() {
    Guideline older = mtus("mtus/rest/2029", "Rest Cures", "2029", List.of());
    Guideline rest = mtus("mtus/rest/2031", "Rest Cures", "2031", List.of());

    Citation citation =
        read(Catalogue.of(List.of(older, rest)), "Decision based on MTUS Rest Cures.").getFirst();

    assertThat(citation.resolved().document()).contains("Rest Cures");
    assertThat(citation.resolved().guidelineId()).isEmpty();
    assertThat(citation.resolved().regulation()).contains("8 CCR 1.2");
    assertThat(citation.resolved().resolution()).isEqualTo(Resolution.DOCUMENT_ONLY);
  }

  @Test
  void emptyCatalogueKeepsPrintedCitations() {
    List<Citation> citations =
        read(
            Catalogue.of(List.of()),
            "Decision based on MTUS Rest Cures 2031. Decision based on Non-MTUS Citation A book.");

    assertThat(citations)
        .extracting(c -> c.printed().text(), c -> c.resolved().resolution())
        .containsExactly(
            tuple("Rest Cures 2031", Resolution.UNRESOLVED),
            tuple("A book", Resolution.UNRESOLVED));
  }

  @Test
  void viewListsDocumentsInForce() {
    CatalogueView view = new CatalogueView(CatalogueFileReader.seedCatalogue());

    assertThat(view.mtusDocumentsInForce(LocalDate.of(2016, 11, 3)))
        .extracting(Guideline::id)
        .contains("mtus/chronic-pain-medical-treatment/2016", "mtus/low-back-complaints/2004")
        .doesNotContain("mtus/chronic-pain-medical-treatment/2009", "mtus/low-back-disorders/2016");
    assertThat(view.odgChapters()).extracting(Guideline::title).contains("Knee & Leg");
    assertThat(view.wholeSources()).extracting(Guideline::id).contains("odg", "acoem");
  }

  private static List<Citation> read(Catalogue catalogue, String statement) {
    return new CitationParser(catalogue)
        .parse(SourceMappedText.of(statement, 0, statement.length()), Optional.empty())
        .citations();
  }

  private static Guideline mtus(String id, String title, String edition, List<Topic> topics) {
    return new Guideline(
        id,
        Authority.MTUS,
        title,
        List.of(),
        Optional.of(edition),
        Optional.empty(),
        Optional.of("8 CCR 1.2"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        topics,
        Optional.empty(),
        Optional.empty(),
        Confidence.SOURCED,
        Confidence.UNKNOWN);
  }
}
