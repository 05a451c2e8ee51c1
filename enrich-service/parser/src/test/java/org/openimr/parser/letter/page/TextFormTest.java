package org.openimr.parser.letter.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFormTest {
  private static final String LINE = "The grip was weak.\n";

  @Test
  void describesTagsMarksAndCapitals() {
    assertThat(TextForm.describe(("<p>" + LINE + "</p>").repeat(6)))
        .contains("the text contains HTML tags");
    assertThat(TextForm.describe((": " + LINE).repeat(10))).contains("each line begins with :");
    assertThat(TextForm.describe(LINE.toUpperCase(java.util.Locale.ROOT).repeat(10)))
        .contains("the text is in capitals");
    assertThat(TextForm.describe("The grip was weak. ".repeat(400)))
        .contains("the text has no line ends");
  }

  @Test
  void saysNothingAboutOrdinaryText() {
    assertThat(TextForm.describe(LINE.repeat(10))).isEmpty();
  }
}
