package org.openimr.parser.letter.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.text.LineWrapStyle;

class TrailingTextTest {
  private static final LineWrapStyle STYLE = new LineWrapStyle(1, 60);

  /** Ends with a line that has no room for another word. */
  private static final String FULL =
      """
      The splint was worn for a month, and the grip did not gain.
      Hence, what was asked for here is not medically necessary.\
      """;

  /** Ends with a line that has room for more. */
  private static final String SHORT =
      """
      The splint was worn for a month, and the grip did not gain.
      The request is not medically necessary.\
      """;

  private static TrailingText find(String text) {
    return TrailingText.find(text, 0, text.length(), STYLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Opiates need a slow end.",
        "Weaning is advised.",
        "Rest is not opposed.",
        "Celecoxib was not judged.",
      })
  void keepsShortRemarkThatContinuesTheParagraph(String remark) {
    String text = FULL + "\n" + remark + "\n";

    assertThat(find(text)).isEqualTo(new TrailingText(text.length() - 1, false));
  }

  @Test
  void keepsRemarkThatContinuesOnTheNextPage() {
    String text = FULL + "\n\fThe tablets should be tapered in small steps.\n";

    assertThat(find(text)).isEqualTo(new TrailingText(text.length() - 1, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lumbar corset (rigid): U",
        "Back school: Uphel",
        "fees?",
        "Bridget, 2 pm",
        "A clerk counts these sheets twice.",
        "The patient may see a physician of the town.",
        "        Soup is served to patients who need it.",
      })
  void warnsOfShortTextThatIsSetApart(String tail) {
    for (String gap : new String[] {"\n", "\n\n", "\n\f"}) {
      assertThat(find(SHORT + gap + tail + "\n"))
          .as(gap)
          .isEqualTo(new TrailingText(SHORT.length(), true));
    }
  }

  @Test
  void warnsOfTextInAnotherColumn() {
    String narrow = "Rest rooms for patients\nare on the left side\nof the hall.\n";

    assertThat(find(FULL + "\n" + narrow)).isEqualTo(new TrailingText(FULL.length(), true));
    assertThat(find(FULL + "\n    Rest rooms for patients are left.\n"))
        .isEqualTo(new TrailingText(FULL.length(), true));
  }

  @Test
  void doesNotTakeNamesForClinicalWords() {
    String tail = "A car of Surgical Partners took it to Pain Street in Brace.\n";

    assertThat(find(SHORT + "\n\n" + tail)).isEqualTo(new TrailingText(SHORT.length(), true));
  }

  @Test
  void doesNotTakeNoteForConclusion() {
    assertThat(find(SHORT + "\n\nThis bill must not be approved!\n"))
        .isEqualTo(new TrailingText(SHORT.length(), true));
  }

  @Test
  void keepsConclusionInParagraphOfItsOwn() {
    String text = SHORT + "\n\nTherefore, the request is non-certified.\n";

    assertThat(find(text)).isEqualTo(new TrailingText(text.length() - 1, false));
  }

  @Test
  void cutsTextOfOfficeAfterConclusionWithoutFullStop() {
    String conclusion = "It failed. The brace is not medically necessary";

    assertThat(find(conclusion + "\n\nA clerk counts these sheets twice.\n"))
        .isEqualTo(new TrailingText(conclusion.length(), true));
  }

  @Test
  void cutsTextOfOfficeAfterUnfinishedSentence() {
    String unfinished =
        "The brace is not medically necessary. The rest was put\n"
            + "off as it was meant in the second letter of a";

    assertThat(find(unfinished + "\n\nA clerk counts these sheets twice.\n"))
        .isEqualTo(new TrailingText(unfinished.length(), true));
  }

  @Test
  void isCertainOfShortTextThatBeginsLikeOneOfAnOffice() {
    assertThat(find(SHORT + "\n\ncc: B. Poe\n")).isEqualTo(new TrailingText(SHORT.length(), false));
  }
}
