package org.openimr.ingest.extract.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionWarning;

class ControlCharactersTest {
  static String[][] texts() {
    return new String[][] {
      // text, stored text, offset of the first replaced character in the stored text
      {"a bell\u0007rings", "a bell rings", "6"},
      {"a \u001b[31mred\u001b[0m word", "a red word", "2"},
      {"in a w\u001b[1;31mord", "in a word", "6"},
      {"\u009b2Jcleared", "cleared", "0"},
      {"\u001b]0;title\u0007text", "text", "0"},
      {"\u001b]0;title\u001b\\\\text", "text", "0"},
      {"\u001b]0;no end\ntext\u0007", " ]0;no end\ntext ", "0"},
      {"cut \u001b[31", "cut  [31", "4"},
      {"alone \u001b", "alone  ", "6"},
      {"\u001bx \u008f\u000b", " x   ", "0"},
    };
  }

  @ParameterizedTest
  @MethodSource("texts")
  void replacesControlCharactersAndSequences(String text, String stored, int offset) {
    ControlCharacters.Replaced replaced = ControlCharacters.replacedIn(text.replace("\\\\", "\\"));

    assertThat(replaced.text()).isEqualTo(stored);
    assertThat(replaced.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(ExtractionWarning.Code.TEXT_CHANGED);
              assertThat(warning.message()).endsWith("the first at offset " + offset);
            });
  }

  @Test
  void keepsLayout() {
    ControlCharacters.Replaced replaced = ControlCharacters.replacedIn("a\tb\nc\fd\u0085e");

    assertThat(replaced.text()).isEqualTo("a\tb\nc\fd\ne");
    assertThat(replaced.warnings()).isEmpty();
  }

  @Test
  void offsetsOfBothWarningsAreThoseOfTheStoredText() {
    assertThat(ControlCharacters.replacedIn("\u001b[1mone\0two\u0007").warnings())
        .extracting(ExtractionWarning::message)
        .containsExactly(
            "removed 1 NUL character(s), the first at offset 3",
            "replaced 2 control character(s) or escape sequence(s), the first at offset 0");
  }

  @Test
  void pagesStartInTheStoredText() {
    String filler = "word ".repeat(200);
    byte[] letter = (filler + "\u001b[1mbold\u001b[0m\f" + filler).getBytes(UTF_8);

    ExtractedText text = (ExtractedText) new PlainTextDecoder(10_000).decode(letter);

    assertThat(text.text()).doesNotContain("\u001b").contains("bold\f");
    assertThat(text.pageStarts()).containsExactly(0, filler.length() + "bold\f".length());
  }

  @Test
  void takesLinearTimeForManyUnfinishedSequences() {
    String hostile = "\u001b]".repeat(1_000_000);

    assertThat(ControlCharacters.replacedIn(hostile).text()).hasSize(hostile.length());
  }
}
