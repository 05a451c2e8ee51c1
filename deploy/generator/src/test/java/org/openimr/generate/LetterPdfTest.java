package org.openimr.generate;

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
import org.openimr.enrich.letter.LayoutName;
import org.openimr.enrich.letter.LetterReader;
import org.openimr.enrich.letter.Reading;

class LetterPdfTest {

  @ParameterizedTest
  @EnumSource
  void wordsOfADrawnLetterAreReadAsTheyWereMade(LayoutName layout) {
    LetterGenerator generator =
        new LetterGenerator(
            GeneratorSettings.seeded(61)
                .withLayouts(Set.of(layout))
                .withNoises(Set.of(Noise.CURLY_QUOTES)));

    List<String> misses =
        LongStream.range(0, 40).mapToObj(generator::letter).flatMap(LetterPdfTest::misses).toList();

    assertThat(misses).isEmpty();
  }

  private static Stream<String> misses(GeneratedLetter letter) {
    byte[] drawn = LetterPdf.of(letter.manuscript(), letter.index() % 2 == 0);
    try (PDDocument pdf = Loader.loadPDF(drawn)) {
      return switch (LetterReader.read(new PDFTextStripper().getText(pdf))) {
        case Reading.Read read ->
            Differences.between(letter, read.letter()).stream()
                .map(miss -> "letter " + letter.index() + " " + miss);
        case Reading.Unreadable why ->
            Stream.of("letter " + letter.index() + " " + why.code() + " " + why.field());
      };
    } catch (IOException e) {
      return Stream.of("letter " + letter.index() + " " + e);
    }
  }
}
