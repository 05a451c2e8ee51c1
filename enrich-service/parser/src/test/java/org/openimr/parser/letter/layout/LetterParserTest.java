package org.openimr.parser.letter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.ParseResult.Failed;
import org.openimr.parser.letter.model.ParseResult.FailureCode;

class LetterParserTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\f\n ", "Dear Sir or Madam, your parcel could not be delivered."})
  void rejectsTextWithoutHeadings(String text) {
    Failed failure = StandardLetterBuilder.parseFailure(text);

    assertThat(failure.code()).isEqualTo(FailureCode.NOT_A_LETTER);
    assertThat(failure.field()).isEmpty();
    assertThat(failure.offset()).isZero();
  }

  @Test
  void reportsUnknownLayout() {
    String text = "Some words.\n\nCLINICAL CASE SUMMARY\n\nNothing of the rest is here.";

    Failed failure = StandardLetterBuilder.parseFailure(text);

    assertThat(failure.code()).isEqualTo(FailureCode.UNKNOWN_LAYOUT);
    assertThat(failure.offset()).isEqualTo(text.indexOf("CLINICAL"));
  }

  @Test
  void reportsMissingItems() {
    String text = StandardLetterBuilder.standard().text();

    Failed failure = StandardLetterBuilder.parseFailure(text);

    assertThat(failure.code()).isEqualTo(FailureCode.NO_ITEMS);
    assertThat(failure.offset()).isGreaterThan(text.indexOf("IMR ISSUES"));
  }

  @ParameterizedTest
  @CsvSource({
    "Claims Administrator guideline:, decisions[0].claimsAdministratorBasis",
    "MAXIMUS guideline:, decisions[0].reviewerBasis",
    "Decision rationale:, decisions[0].rationale",
    ": Upheld, decisions[0].outcome",
    "'Wrist brace, left', decisions[0].request.text",
  })
  void namesTheMissingPartOfAnItem(String lost, String field) {
    String text = StandardLetterBuilder.withTwoItems().text();
    int at = text.indexOf(lost);

    Failed failure =
        StandardLetterBuilder.parseFailure(
            text.substring(0, at) + text.substring(at + lost.length()));

    assertThat(failure.code()).isEqualTo(FailureCode.ITEM_INCOMPLETE);
    assertThat(failure.field()).isEqualTo(field);
    assertThat(failure.offset()).isPositive();
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
  void reportsTruncatedLetterAsIncomplete(String end) {
    String text = StandardLetterBuilder.withTwoItems().text();
    int cut = text.lastIndexOf(end) + end.length();

    Failed failure = StandardLetterBuilder.parseFailure(text.substring(0, cut));

    assertThat(failure.code()).isEqualTo(FailureCode.ITEM_INCOMPLETE);
    assertThat(failure.field()).startsWith("decisions[1].");
  }

  @Test
  void doesNotMergeItemWithoutLabelsIntoRationale() {
    String text =
        StandardLetterBuilder.withTwoItems()
            .text()
            .replace("is not medically necessary.", "is refused.\n\nCane: Upheld\n\nNo words.");

    assertThat(StandardLetterBuilder.parseFailure(text).field())
        .isEqualTo("decisions[1].claimsAdministratorBasis");
  }

  @Test
  void keepsLetterTextOutOfMessages() {
    String text =
        StandardLetterBuilder.withTwoItems().text().replace("Decision rationale:", "naproxen");

    Failed failure = StandardLetterBuilder.parseFailure(text);

    assertThat(failure.message()).doesNotContain("naproxen").doesNotContain("brace");
  }

  @Test
  void reportsOffsetsInTheOriginalText() {
    String text = StandardLetterBuilder.withTwoItems().text().replace("\n", "\r\n");
    String broken = text.replaceFirst("MAXIMUS guideline:", "");

    Failed failure = StandardLetterBuilder.parseFailure(broken);

    assertThat(broken.substring(0, failure.offset())).endsWith("Claims Administrator guideline:");
  }
}
