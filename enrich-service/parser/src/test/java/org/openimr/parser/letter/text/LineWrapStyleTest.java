package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineWrapStyleTest {
  private static final String LINE = "A line of a letter that is about as wide as lines are.";

  private static LineWrapStyle measure(String text) {
    return LineWrapStyle.measure(text, 0, text.length());
  }

  @Test
  void measuresSingleSpacedLines() {
    LineWrapStyle wrapStyle = measure((LINE + "\n").repeat(8) + "\n" + LINE);

    assertThat(wrapStyle.lineGap()).isEqualTo(1);
    assertThat(wrapStyle.lineWidth()).isEqualTo(LINE.length());
    assertThat(wrapStyle.isWrapped()).isTrue();
  }

  @Test
  void measuresDoubleSpacedLines() {
    assertThat(measure((LINE + " \n\n").repeat(8)).lineGap()).isEqualTo(2);
  }

  @Test
  void doesNotTreatOneLinePerParagraphAsDoubleSpaced() {
    LineWrapStyle wrapStyle = measure((LINE.repeat(6) + "\n\n").repeat(8));

    assertThat(wrapStyle.lineGap()).isEqualTo(1);
    assertThat(wrapStyle.isWrapped()).isFalse();
  }
}
