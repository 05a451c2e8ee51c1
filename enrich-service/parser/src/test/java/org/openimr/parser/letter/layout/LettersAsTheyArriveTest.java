package org.openimr.parser.letter.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openimr.parser.letter.layout.StandardLetterBuilder.parseFailure;
import static org.openimr.parser.letter.layout.StandardLetterBuilder.parsed;
import static org.openimr.parser.letter.layout.StandardLetterBuilder.withTwoItems;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseResult.FailureCode;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.model.ParseWarning.Code;

/** Letters with what senders, machines and offices add to them or lose. */
class LettersAsTheyArriveTest {
  private static final String LETTER = withTwoItems().text();
  private static final Letter CLEAN = parsed(LetterParser.parse(LETTER));

  private static List<Code> warnings(Letter letter) {
    return Stream.concat(
            letter.header().warnings().stream(),
            letter.items().stream().flatMap(item -> item.warnings().stream()))
        .map(ParseWarning::code)
        .toList();
  }

  private static void assertSameFacts(Letter letter) {
    assertThat(letter.header()).isEqualTo(CLEAN.header());
    assertThat(letter.clinicalSummary()).isEqualTo(CLEAN.clinicalSummary());
    assertThat(letter.items())
        .extracting(DisputedItem::request, DisputedItem::outcome, DisputedItem::rationale)
        .containsExactlyElementsOf(
            CLEAN.items().stream()
                .map(
                    i ->
                        org.assertj.core.api.Assertions.tuple(
                            i.request(), i.outcome(), i.rationale()))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cc: Orchid Mutual, B. Poe\n",
        "Very truly yours,\n\nB. Poe, M.D.\n",
        "\f          AFFIDAVIT OF DELIVERY\n\n"
            + "I, B. Poe, deposited the above in the mail on May 4.\n",
        "The decision may be appealed by a verified petition. An attorney can help with filing"
            + " it.\n",
        "This message is confidential. If you are not the addressee, delete it and all"
            + " attachments.\n",
        "ok to schedule, bp 5/4\n",
        "_______________________\nReviewer's signature\n",
      })
  void leavesOutTextAfterTheLastRationale(String tail) {
    assertSameFacts(parsed(LetterParser.parse(LETTER.stripTrailing() + "\n\n" + tail)));
    assertSameFacts(parsed(LetterParser.parse(LETTER.stripTrailing() + "\n" + tail)));
  }

  @Test
  void warnsOfALineWithinASentence() {
    String text = LETTER.replace("rack fell. A\n", "rack fell. A\n\nOAK TREE MAILROOM\n\n");

    assertThat(text).isNotEqualTo(LETTER);
    assertThat(warnings(parsed(LetterParser.parse(text)))).contains(Code.TEXT_DOUBTFUL);
    assertThat(warnings(CLEAN)).doesNotContain(Code.TEXT_DOUBTFUL);
  }

  @Test
  void warnsOfALineWithinTheCredentials() {
    String text =
        LETTER.replace(
            "Specialty: Preventive Medicine, Occupational Medicine\n",
            "Specialty: Preventive Medicine, as in work of the Occupational and such\n"
                + "        OAK PANEL 5171\n\n\n\n\nMedicine\n");

    assertThat(text).isNotEqualTo(LETTER);
    assertThat(warnings(parsed(LetterParser.parse(text)))).contains(Code.TEXT_DOUBTFUL);
  }

  @Test
  void warnsOfARepeatedPassageAtTheEnd() {
    String text = LETTER.stripTrailing() + "\n\nThe request is medically necessary.\n";

    assertThat(text).endsWith("necessary.\n\nThe request is medically necessary.\n");
    assertThat(warnings(parsed(LetterParser.parse(text)))).contains(Code.TEXT_DOUBTFUL);
  }

  @Test
  void keepsAdviceAfterTheConclusion() {
    String advice = "The patient should taper this medication slowly with the treating physician.";
    String text = LETTER.stripTrailing() + "\n\n" + advice + "\n";

    Letter letter = parsed(LetterParser.parse(text));

    assertThat(letter.items().getLast().rationale()).endsWith(advice);
    assertThat(warnings(letter)).isEmpty();
  }

  @Test
  void warnsOfTextThatCouldBelongToTheRationale() {
    String text =
        LETTER.stripTrailing()
            + "\n\nThe oven at the bakery has been replaced since then by a safer one.\n";

    assertThat(warnings(parsed(LetterParser.parse(text)))).contains(Code.TEXT_EXCLUDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Orchid Mutual\n\n"
            + "Re: CM15-7654321, injury of 02/02/2002\n\n"
            + "Please find the letter below.\n\n",
        "Case Number: CM15-7654321\nDate of Injury: 02/02/2002\nDecision Date: 03/03/2003\n\n"
            + "An earlier review, and its outcome, are described\nin our letter of March.\n"
            + "We now send the new one.\nWith thanks\n\f",
        "FILED MAY 4 2018\n",
      })
  void leavesOutTextBeforeTheHeaderBlock(String cover) {
    assertSameFacts(parsed(LetterParser.parse(cover + LETTER)));
  }

  @Test
  void rejectsSeveralLetters() {
    assertThat(parseFailure(LETTER + "\f" + LETTER.replace("CM16-9123456", "CM16-9123457")).code())
        .isEqualTo(FailureCode.SEVERAL_LETTERS);
  }

  @Test
  void warnsOfARationaleWithoutItsEnd() {
    String text = LETTER.substring(0, LETTER.lastIndexOf("course of six visits"));

    assertThat(warnings(parsed(LetterParser.parse(text))))
        .contains(Code.TEXT_INCOMPLETE, Code.CONCLUSION_MISSING);
  }

  @Test
  void rejectsAHeadingThatHoldsTheRestOfARationale() {
    String lost = "Therefore, the brace is not medically necessary.\n\nStrap, left: Upheld";
    String text =
        StandardLetterBuilder.standard().withItem(lost, "It is not medically necessary.").text();

    assertThat(parseFailure(text).code()).isEqualTo(FailureCode.ITEM_INCOMPLETE);
  }

  @Test
  void saysThatHtmlWasSeen() {
    String html = LETTER.replace("\n", "</p>\n<p>");

    assertThat(parseFailure(html).message()).endsWith("the text contains HTML tags");
  }
}
