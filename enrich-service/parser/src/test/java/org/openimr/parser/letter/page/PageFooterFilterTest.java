package org.openimr.parser.letter.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.text.LineSurvey;

class PageFooterFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\nPage 2 of 5\n",
        "\n  PAGE 2\n",
        "\n- 2 -\n",
        "\n2\n\f",
        "\n\f2\n",
        "\n\n1\n\n",
        "\n\n2\n\n",
        "\nPage | 1\n",
        "\n3\n\n\f\n",
        "\nFinal Determination Letter for IMR Case Number CM15-9000001 3\n",
      })
  void blanksOnlyTheFooter(String footer) {
    String text = "the request" + footer + "is refused.";

    String blanked = blankOut(text);

    assertThat(blanked).hasSameSizeAs(text);
    assertThat(blanked.split("\\s+")).containsExactly("the", "request", "is", "refused.");
  }

  @Test
  void tracksPageNumbers() {
    String text = "a\nPage 1\nb\nPage 2\nc\n- 3 -\nd\n\n4\n\ne\nPage 98\nf";

    assertThat(blankOut(text).split("\\s+"))
        .containsExactly("a", "b", "c", "d", "e", "Page", "98", "f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12/14/2016",
        "30: Overturned",
        "Physical therapy",
        "7",
        "Page 303",
        "- 98 -",
        "Page 98 of the guideline allows two visits",
        "-",
        "0",
        "98-99"
      })
  void keepsOtherLines(String line) {
    String text = "the request\n" + line + "\nis refused.";

    assertThat(blankOut(text)).isEqualTo(text);
  }

  private static String blankOut(String text) {
    return PageFooterFilter.blankOut(text, LineSurvey.of(text));
  }
}
