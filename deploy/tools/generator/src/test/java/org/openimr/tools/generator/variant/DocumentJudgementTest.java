package org.openimr.tools.generator.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Rendering;

class DocumentJudgementTest {
  private static final GeneratedLetter LETTER =
      new LetterGenerator(
              GeneratorSettings.withSeed(4)
                  .withLayouts(Set.of(LetterLayout.STANDARD))
                  .withRenderings(Set.of(Rendering.PDFTOTEXT)))
          .generate(1);

  @Test
  void cleanLetterIsRight() {
    assertThat(judge(LETTER.text()).outcome()).isEqualTo(ReadingOutcome.RIGHT);
  }

  @Test
  void rejectedTextIsRefused() {
    assertThat(judge("a shopping list").outcome()).isEqualTo(ReadingOutcome.REFUSED);
  }

  @Test
  void changedFactWithoutWarningIsSilent() {
    DocumentJudgement judgement = judge(LETTER.text().replace("Quarvexil", "Quintessa"));

    assertThat(judgement.outcome()).isEqualTo(ReadingOutcome.SILENT);
    assertThat(judgement.fields()).contains("summary", "1.rationale");
  }

  @Test
  void missingFactWithWarningIsLoud() {
    String date = LETTER.label().header().dateOfInjury().orElseThrow().toString();
    String printed = date.substring(5, 7) + "/" + date.substring(8) + "/" + date.substring(0, 4);

    DocumentJudgement judgement = judge(LETTER.text().replaceFirst(printed, ""));

    assertThat(judgement.outcome()).isEqualTo(ReadingOutcome.LOUD);
  }

  private static DocumentJudgement judge(String text) {
    return DocumentJudgement.of(
        new GeneratedDocument("document", 0, List.of(), List.of(LETTER), text));
  }
}
