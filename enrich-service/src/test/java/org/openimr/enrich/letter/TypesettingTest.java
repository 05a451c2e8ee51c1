package org.openimr.enrich.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypesettingTest {
  private static final String LINE = "A line of a letter that is about as wide as lines are.";

  private static Typesetting of(String text) {
    return Typesetting.of(text, 0, text.length());
  }

  @Test
  void linesBelowEachOtherAreOneLineEndApart() {
    Typesetting typesetting = of((LINE + "\n").repeat(8) + "\n" + LINE);

    assertThat(typesetting.lineGap()).isEqualTo(1);
    assertThat(typesetting.width()).isEqualTo(LINE.length());
    assertThat(typesetting.wrapped()).isTrue();
  }

  @Test
  void doubleSpacedLinesAreTwoLineEndsApart() {
    assertThat(of((LINE + " \n\n").repeat(8)).lineGap()).isEqualTo(2);
  }

  @Test
  void oneLineAParagraphIsNotDoubleSpaced() {
    Typesetting typesetting = of((LINE.repeat(6) + "\n\n").repeat(8));

    assertThat(typesetting.lineGap()).isEqualTo(1);
    assertThat(typesetting.wrapped()).isFalse();
  }
}
