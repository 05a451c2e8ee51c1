package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineWrapStyleTest {
  private static final String LINE = "A line of a letter that is about as wide as lines are.";

  private static LineWrapStyle of(String text) {
    return LineWrapStyle.measure(text, 0, text.length());
  }

  @Test
  void measuresSingleSpacedLines() {
    LineWrapStyle typesetting = of((LINE + "\n").repeat(8) + "\n" + LINE);

    assertThat(typesetting.lineGap()).isEqualTo(1);
    assertThat(typesetting.width()).isEqualTo(LINE.length());
    assertThat(typesetting.isWrapped()).isTrue();
  }

  @Test
  void measuresDoubleSpacedLines() {
    assertThat(of((LINE + " \n\n").repeat(8)).lineGap()).isEqualTo(2);
  }

  @Test
  void doesNotTreatOneLinePerParagraphAsDoubleSpaced() {
    LineWrapStyle typesetting = of((LINE.repeat(6) + "\n\n").repeat(8));

    assertThat(typesetting.lineGap()).isEqualTo(1);
    assertThat(typesetting.isWrapped()).isFalse();
  }
}
