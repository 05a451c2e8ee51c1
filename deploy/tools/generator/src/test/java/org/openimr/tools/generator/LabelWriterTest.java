package org.openimr.tools.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.LetterLabel;

class LabelWriterTest {
  private static final GeneratedLetter LETTER =
      new LetterGenerator(
              GeneratorSettings.withSeed(21)
                  .withLayouts(Set.of(LetterLayout.STANDARD))
                  .withEras(Set.of(Era.YEARS_2015_2017)))
          .generate(0);

  @Test
  void writesFactsOfTheLetter() throws Exception {
    JsonNode json = new ObjectMapper().readTree(LabelWriter.toJson(LETTER));

    LetterLabel label = LETTER.label();
    assertThat(json.at("/file").asText()).isEqualTo(LETTER.name());
    assertThat(json.at("/header/caseNumber").asText())
        .isEqualTo(label.header().caseNumber().orElseThrow());
    assertThat(json.at("/header/decisionDate").asText())
        .isEqualTo(label.header().decisionDate().orElseThrow().toString());
    assertThat(json.at("/decisions")).hasSameSizeAs(label.items());
    assertThat(json.at("/decisions/0/outcome").asText())
        .isEqualTo(label.items().get(0).outcome().name());
  }

  @Test
  void writesLongTextInFullAndAsOutline() throws Exception {
    JsonNode rationale =
        new ObjectMapper().readTree(LabelWriter.toJson(LETTER)).at("/decisions/0/rationale");

    String text = LETTER.label().items().get(0).rationale();
    assertThat(rationale.at("/text").asText()).isEqualTo(text);
    assertThat(rationale.at("/words").asInt()).isEqualTo(text.split("\\s+").length);
    assertThat(text).startsWith(rationale.at("/firstWords").asText());
    assertThat(text).endsWith(rationale.at("/lastWords").asText());
  }
}
