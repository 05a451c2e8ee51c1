package org.openimr.parser.citation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Pages;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;

class CatalogueFileReaderTest {
  private static final String HEADER =
      "id,authority,title,aliases,edition,publisher,regulation,regulation_title,in_force_from,"
          + "in_force_to,successor,title_confidence,period_confidence,source\n";
  private static final String ROW =
      "mtus/rest/2001,MTUS,\"Rest, and Sleep\",Repose|Siesta,2001,,8 CCR 1.2,,2001-01-01,,,"
          + "SOURCED,INFERRED,a letter\n";
  private static final String TOPIC_HEADER =
      "guideline,id,name,aliases,first_page,last_page,name_confidence,pages_confidence,source\n";
  private static final String TOPIC =
      "mtus/rest/2001,mtus/rest/2001#naps,Naps,,3,4,SOURCED,UNSOURCED,\n";

  @Test
  void readsGuidelineWithTopics() throws IOException {
    List<Guideline> guidelines = read(HEADER + ROW, TOPIC_HEADER + TOPIC);

    Guideline guideline = guidelines.getFirst();
    assertThat(guideline.authority()).isEqualTo(Authority.MTUS);
    assertThat(guideline.title()).isEqualTo("Rest, and Sleep");
    assertThat(guideline.aliases()).containsExactly("Repose", "Siesta");
    assertThat(guideline.inForceFrom()).contains(LocalDate.of(2001, 1, 1));
    assertThat(guideline.inForceTo()).isEmpty();
    assertThat(guideline.periodConfidence()).isEqualTo(Confidence.INFERRED);
    assertThat(guideline.topics().getFirst().pages()).isEqualTo(Optional.of(new Pages(3, 4)));
    assertThat(guideline.topics().getFirst().pagesConfidence()).isEqualTo(Confidence.UNSOURCED);
  }

  @Test
  void rejectsInvalidCellWithRowAndColumn() {
    assertThatThrownBy(() -> read(HEADER + ROW + ROW.replace("2001-01-01", "1/1/01"), TOPIC_HEADER))
        .isInstanceOf(IOException.class)
        .hasMessage("guidelines.csv row 3: in_force_from is missing or invalid");
  }

  @Test
  void rejectsUnknownAuthority() {
    assertThatThrownBy(() -> read(HEADER + ROW.replace("MTUS,", "FTUS,"), TOPIC_HEADER))
        .hasMessage("guidelines.csv row 2: authority is missing or invalid");
  }

  @Test
  void rejectsTopicOfUnknownGuideline() {
    assertThatThrownBy(() -> read(HEADER, TOPIC_HEADER + TOPIC))
        .hasMessageContaining("topics of unknown guidelines")
        .hasMessageContaining("mtus/rest/2001");
  }

  @Test
  void seedHoldsAllAuthorities() {
    Catalogue seed = CatalogueFileReader.seedCatalogue();

    assertThat(seed.find("mtus/chronic-pain-medical-treatment/2016")).isPresent();
    assertThat(seed.find("odg/low-back")).isPresent();
    assertThat(seed.find("acoem/low-back-disorders/2016")).isPresent();
    assertThat(seed.guidelines())
        .extracting(Guideline::authority)
        .contains(Authority.MTUS, Authority.ODG, Authority.ACOEM, Authority.OTHER);
  }

  @Test
  void everySourcedPeriodHasSource() {
    assertThat(CatalogueFileReader.seedGuidelines())
        .filteredOn(g -> g.periodConfidence() == Confidence.SOURCED)
        .allMatch(g -> g.source().isPresent());
  }

  private static List<Guideline> read(String guidelines, String topics) throws IOException {
    return CatalogueFileReader.read(stream(guidelines), stream(topics));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
