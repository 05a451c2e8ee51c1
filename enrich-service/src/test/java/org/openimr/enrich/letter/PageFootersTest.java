package org.openimr.enrich.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFootersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\nPage 2 of 5\n",
        "\n  PAGE 3\n",
        "\n- 2 -\n",
        "\n2\n\f",
        "\n\f2\n",
        "\n\n1\n\n",
        "\n\n2\n\n",
        "\nPage | 4\n",
        "\nFinal Determination Letter for IMR Case Number CM15-9000001 3\n",
      })
  void aFooterIsBlankedAndNothingElse(String footer) {
    String text = "the request" + footer + "is refused.";

    String blanked = PageFooters.blanked(text);

    assertThat(blanked).hasSameSizeAs(text);
    assertThat(blanked.split("\\s+")).containsExactly("the", "request", "is", "refused.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12/14/2016",
        "30: Overturned",
        "Physical therapy",
        "7",
        "Page 98 of the guideline allows two visits",
        "-",
        "0",
        "98-99"
      })
  void anyOtherLineStays(String line) {
    String text = "the request\n" + line + "\nis refused.";

    assertThat(PageFooters.blanked(text)).isEqualTo(text);
  }
}
