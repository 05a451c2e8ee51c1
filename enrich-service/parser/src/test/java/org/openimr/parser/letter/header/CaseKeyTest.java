package org.openimr.parser.letter.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseKeyTest {

  @Test
  void usesCaseNumberInHeader() {
    String text = "Case Number:  CM16-0123456 \nHOW THE IMR FINAL DETERMINATION WAS MADE\n";

    assertThat(CaseKey.of(text)).isEqualTo("CM16-0123456");
  }

  @Test
  void ignoresCaseNumberAfterHeader() {
    String text = "HOW THE IMR FINAL DETERMINATION WAS MADE\nas in CM16-0123456 before\n";

    assertThat(CaseKey.findCaseNumber(text)).isEmpty();
    assertThat(CaseKey.of(text)).matches("sha256:[0-9a-f]{32}");
  }

  @Test
  void joinsNumberBrokenAtLineEnd() {
    assertThat(CaseKey.findCaseNumber("Case Number: CM16-\n0123456\n")).contains("CM16-0123456");
    assertThat(CaseKey.findCaseNumber("Case Number: CM16\u2011 0123456")).contains("CM16-0123456");
  }

  @Test
  void endsHeaderAtWrappedHeading() {
    String text = "HOW THE\n\nIMR FINAL DETERMINATION WAS MADE\nas in CM16-0123456 before\n";

    assertThat(CaseKey.findCaseNumber(text)).isEmpty();
  }

  @Test
  void rejectsNumberWithTooManyDigits() {
    assertThat(CaseKey.findCaseNumber("CM16-01234567 ")).isEmpty();
  }

  @Test
  void givesRenderingsOfOneTextTheSameKey() {
    assertThat(CaseKey.of("a letter\r\n\r\nof words\f"))
        .isEqualTo(CaseKey.of(" a  letter of\twords"));
  }
}
