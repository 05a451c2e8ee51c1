package org.openimr.parser.letter.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void prefersLabelledNumber() {
    assertThat(
            CaseKey.findCaseNumber(
                "In answer to CM15-9000001\nIMR Case Number : CM16-0123456\nsee CM15-9000002"))
        .contains("CM16-0123456");
  }

  @Test
  void prefersLabelNextToTheHeading() {
    assertThat(
            CaseKey.findCaseNumber(
                "Case Number: CM15-9000001\nis closed. Now\nCase Number: CM16-0123456\n"))
        .contains("CM16-0123456");
  }

  @Test
  void doesNotUseOtherNumberForBlankOne() {
    assertThat(
            CaseKey.findCaseNumber(
                "Our file CM15-9000001\nCase Number:\nDate Assigned: 01/02/2017\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Notice of Independent Medical Review Determination\nDated: 9/3/2013\nCase Summary:\n",
        "MEDICAL PROFESSIONAL REVIEW\nISSUE AT DISPUTE: a brace\nCASE SUMMARY:\n",
        "HOW THE IMR FINAL DETERMINATION WAS MADE\nCLINICAL CASE SUMMARY\n",
      })
  void ignoresOtherCaseOnCoverOfLetterWithoutNumber(String letter) {
    String other = "Case Number: CM15-9000001\nArchived in May\nDate of Injury: 01/02/2014\n\n";

    assertThat(CaseKey.findCaseNumber(other + "The review is below.\n\n" + letter)).isEmpty();
    assertThat(CaseKey.findCaseNumber(other + "\f" + letter)).isEmpty();
    assertThat(CaseKey.findCaseNumber("As in CM15-9000001.\n" + letter)).isEmpty();
  }

  @Test
  void usesNumberBelowTitle() {
    String letter =
        "In answer to\n"
            + "Case Number: CM15-9000001\n"
            + "Notice of Independent Medical Review Determination\n"
            + "Dated: 9/3/2013\n"
            + "MAXIMUS Case Number: CM13-0123456\n"
            + "Case Summary:\n";

    assertThat(CaseKey.findCaseNumber(letter)).contains("CM13-0123456");
  }

  @ParameterizedTest
  @CsvSource({
    "caf\u00e9, cafe\u0301",
    "the \u201cbrace\u201d, the \"brace\"",
    "a worker\u2019s note, a worker's note",
    "90\u00b0 of flexion, 90\u00ba of flexion",
    "2\u20133 visits, 2-3 visits",
    "12 visits, \uff11\uff12 visits",
    "12 visits, 12\u00a0visits",
    "ther\u00adapy, therapy",
    "ther\u200bapy, therapy",
  })
  void givesEqualTextsTheSameKey(String text, String other) {
    assertThat(CaseKey.of(text)).isEqualTo(CaseKey.of(other));
  }

  @Test
  void findsNumberInLinearTime() {
    String text = "Case Number: CM16- ".repeat(50_000);

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> CaseKey.of(text));
  }
}
