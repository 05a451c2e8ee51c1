package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.parser.letter.model.SourceMappedText;

class NormalizedLetterTest {

  static Stream<Arguments> normalizations() {
    return Stream.of(
        Arguments.of("a\r\nb", "a\nb"),
        Arguments.of("a\rb", "a\nb"),
        Arguments.of("medi\u00adcine", "medicine"),
        Arguments.of("medi\u00ad\n cine", "medicine"),
        Arguments.of("medi\u00ad\n cine was given", "medicine\nwas given"),
        Arguments.of("medi\u00ad\n cine\nwas given", "medicine\nwas given"),
        Arguments.of("e\ufb03cient \ufb01nding", "efficient finding"),
        Arguments.of("no\u00a0blank", "no blank"),
        Arguments.of("\ufeffCase\u200b Number", "Case Number"),
        Arguments.of("left\u2011sided", "left-sided"),
        Arguments.of("left\u2212sided", "left-sided"),
        Arguments.of("\uff11\uff12 \uff36isits\uff1a", "12 Visits:"),
        Arguments.of("line\u2028line", "line\nline"),
        Arguments.of("\u201cas printed\u201d 5\u00b0", "\u201cas printed\u201d 5\u00b0"));
  }

  @ParameterizedTest
  @MethodSource("normalizations")
  void normalizesConverterArtifacts(String letter, String text) {
    assertThat(NormalizedLetter.of(letter).text()).isEqualTo(text);
  }

  @Test
  void mapsEachCharacterToTheOriginal() {
    NormalizedLetter letter = NormalizedLetter.of("o\ufb03ce\r\nvi\u00adsit");

    assertThat(letter.text()).isEqualTo("office\nvisit");
    assertThat(letter.sourceOffset(letter.text().indexOf("visit"))).isEqualTo(6);
    assertThat(letter.sourceOffset(letter.text().indexOf("sit"))).isEqualTo(9);
    assertThat(letter.sourceOffset(letter.text().length())).isEqualTo(12);
  }

  @Test
  void mapsJoinedTextToTheOriginal() {
    String letter = "MAXIMUS:\r\n\r\nO\ufb03cial Disability\r\nGuidelines";
    NormalizedLetter normalized = NormalizedLetter.of(letter);

    SourceMappedText mapped =
        normalized.sourceMapped(normalized.text().indexOf("Off"), normalized.text().length());

    assertThat(mapped.text()).isEqualTo("Official Disability Guidelines");
    assertThat(letter.substring(mapped.sourceOffset(mapped.text().indexOf("Guidelines"))))
        .isEqualTo("Guidelines");
  }
}
