package org.openimr.enrich.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.enrich.letter.Reading.Code;
import org.openimr.enrich.letter.Reading.Unreadable;

class LetterReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\f\n ", "Dear Sir or Madam, your parcel could not be delivered."})
  void aTextWithoutAnyHeadingIsNoLetter(String text) {
    Unreadable reading = MadeUpLetter.unreadable(text);

    assertThat(reading.code()).isEqualTo(Code.NOT_A_LETTER);
    assertThat(reading.field()).isEmpty();
    assertThat(reading.offset()).isZero();
  }

  @Test
  void headingsOfNoKnownLayoutAreSaidToBeSo() {
    String text = "Some words.\n\nCLINICAL CASE SUMMARY\n\nNothing of the rest is here.";

    Unreadable reading = MadeUpLetter.unreadable(text);

    assertThat(reading.code()).isEqualTo(Code.UNKNOWN_LAYOUT);
    assertThat(reading.offset()).isEqualTo(text.indexOf("CLINICAL"));
  }

  @Test
  void aLetterWithoutItemsIsSaidToBeSo() {
    String text = MadeUpLetter.standard().text();

    Unreadable reading = MadeUpLetter.unreadable(text);

    assertThat(reading.code()).isEqualTo(Code.NO_ITEMS);
    assertThat(reading.offset()).isGreaterThan(text.indexOf("IMR ISSUES"));
  }

  @ParameterizedTest
  @CsvSource({
    "Claims Administrator guideline:, decisions[0].claimsAdministratorBasis",
    "MAXIMUS guideline:, decisions[0].reviewerBasis",
    "Decision rationale:, decisions[0].rationale",
    ": Upheld, decisions[0].outcome",
    "'Wrist brace, left', decisions[0].request.text",
  })
  void anItemThatLacksAPartIsNamedByIt(String lost, String field) {
    String text = MadeUpLetter.withTwoItems().text();
    int at = text.indexOf(lost);

    Unreadable reading =
        MadeUpLetter.unreadable(text.substring(0, at) + text.substring(at + lost.length()));

    assertThat(reading.code()).isEqualTo(Code.ITEM_INCOMPLETE);
    assertThat(reading.field()).isEqualTo(field);
    assertThat(reading.offset()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ": Overturned",
        ": Overturned\n\nClaims Admin",
        "Claims Administrator guideline:",
        "MAXIMUS guideline:",
        "Decision rationale:"
      })
  void aLetterCutOffInItsLastItemIsIncomplete(String end) {
    String text = MadeUpLetter.withTwoItems().text();
    int cut = text.lastIndexOf(end) + end.length();

    Unreadable reading = MadeUpLetter.unreadable(text.substring(0, cut));

    assertThat(reading.code()).isEqualTo(Code.ITEM_INCOMPLETE);
    assertThat(reading.field()).startsWith("decisions[1].");
  }

  @Test
  void anItemThatLostItsLabelsIsNotTakenForARationale() {
    String text =
        MadeUpLetter.withTwoItems()
            .text()
            .replace("is not medically necessary.", "is refused.\n\nCane: Upheld\n\nNo words.");

    assertThat(MadeUpLetter.unreadable(text).field())
        .isEqualTo("decisions[1].claimsAdministratorBasis");
  }

  @Test
  void messagesHoldNoWordOfTheLetter() {
    String text = MadeUpLetter.withTwoItems().text().replace("Decision rationale:", "naproxen");

    Unreadable reading = MadeUpLetter.unreadable(text);

    assertThat(reading.message()).doesNotContain("naproxen").doesNotContain("brace");
  }

  @Test
  void offsetsAreThoseOfTheLetterAsItCame() {
    String text = MadeUpLetter.withTwoItems().text().replace("\n", "\r\n");
    String broken = text.replaceFirst("MAXIMUS guideline:", "");

    Unreadable reading = MadeUpLetter.unreadable(broken);

    assertThat(broken.substring(0, reading.offset())).endsWith("Claims Administrator guideline:");
  }
}
