package org.openimr.tools.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openimr.parser.letter.layout.LetterParser;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Noise;

class LetterPdfRendererTest {

  @ParameterizedTest
  @EnumSource
  void parsesRenderedLetter(LetterLayout layout) {
    LetterGenerator generator =
        new LetterGenerator(
            GeneratorSettings.withSeed(61)
                .withLayouts(Set.of(layout))
                .withNoises(Set.of(Noise.CURLY_QUOTES)));

    List<String> misses =
        LongStream.range(0, 40)
            .mapToObj(generator::generate)
            .flatMap(LetterPdfRendererTest::misses)
            .toList();

    assertThat(misses).isEmpty();
  }

  private static Stream<String> misses(GeneratedLetter letter) {
    byte[] rendered = LetterPdfRenderer.render(letter.content(), letter.index() % 2 == 0);
    try (PDDocument pdf = Loader.loadPDF(rendered)) {
      return switch (LetterParser.parse(new PDFTextStripper().getText(pdf))) {
        case ParseResult.Parsed parsed ->
            GeneratedLetterDifferences.between(letter, parsed.letter()).stream()
                .map(miss -> "letter " + letter.index() + " " + miss);
        case ParseResult.Failed failure ->
            Stream.of("letter " + letter.index() + " " + failure.code() + " " + failure.field());
      };
    } catch (IOException e) {
      return Stream.of("letter " + letter.index() + " " + e);
    }
  }
}
