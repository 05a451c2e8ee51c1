package org.openimr.parser.letter.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.text.LineWrapStyle;

/** In each text, {@code |} marks the start of the heading. */
class RationaleEndDetectorTest {
  private static final LineWrapStyle LINES = new LineWrapStyle(1, 60);
  private static final LineWrapStyle DOUBLE_SPACED = new LineWrapStyle(2, 60);
  private static final LineWrapStyle ONE_LINE_PER_PARAGRAPH = new LineWrapStyle(1, 400);

  private static void assertFound(String marked, boolean gapsKept, LineWrapStyle wrapStyle) {
    String text = marked.replace("|", "");

    int found = RationaleEndDetector.find(text, 0, text.length(), gapsKept, wrapStyle);

    assertThat(text.substring(found)).isEqualTo(marked.substring(marked.indexOf('|') + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It did not help for long. Therefore the request is not\nnecessary.\n|Wrist brace",
        "The dose is high. Advice on tapering is found there.\n|Naproxen 500 mg, a tablet a day,\n"
            + "for thirty days, with a refill",
        "He asked: \"Does it help?\"\n|Labs: CBC",
        "It is refused (see above.)\n|bath chair",
        "It is refused.\n|Cane was the original request. One cane was\n"
            + "authorized by the Claims Administrator. The remaining IMR\n"
            + "eligible portion of the original request, a cane",
        "It is refused.\n|Cane was the original request.\nThe Claims Administrator authorized a"
            + " stick, leaving the\noriginal request IMR eligible.\nThe original request, Cane",
        "It is refused.\n\n\f|Wrist\nbrace",
        "It helped. So the request is not medically necessary\n|MRI of the hip",
        "It helped. So it is not\nmedically necessary and appropriate\n|bath chair",
        "It is refused.\n|Naproxen 500 mg, a tablet b.i.d.\nas needed for the pain",
        "It is refused.\n|Visit to Dr.\nof the left hand",
      })
  void findsHeadingAfterSentenceEndWithoutGaps(String marked) {
    assertFound(marked, false, LINES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It did not help for long.\nTherefore it is refused.\n\n|Wrist brace",
        "It did not help for long.\nThat is why it is not medically necessary\n\n|Wrist brace",
        "It did not help.\n"
            + "It is refused.\n\n"
            + "|A wrist brace with a bar of steel for the left side,\n"
            + "\n"
            + "\f\n"
            + "as printed in the form that came with it",
        "It did not help.\n\nIt is refused.\n\n|Wrist brace",
      })
  void findsHeadingAfterGap(String marked) {
    assertFound(marked, true, LINES);
    assertFound(marked.replace("\n", "\n\n"), true, DOUBLE_SPACED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It did not help. It is refused.\n|Wrist brace",
        "It did not help. It is refused.\n\n|Wrist brace of the left\n\nside",
        "It did not help.\n\n|Wrist brace, No.\n2"
      })
  void findsHeadingWithOneLinePerParagraph(String marked) {
    assertFound(marked, false, ONE_LINE_PER_PARAGRAPH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It did not help. It is refused. |Wrist brace",
        "It is refused. |Cane was the original request. A stick was authorized by the Claims"
            + " Administrator. The remaining IMR eligible portion of the original request, Cane",
      })
  void findsHeadingAfterLastSentenceOnOneLine(String marked) {
    assertFound(marked, false, LINES);
  }
}
