package org.openimr.tools.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlFragmentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          six visits of therapy | six visits        | six visits <mark>of therapy</mark>
          six visits            | six visits of therapy | six visits
          a b c                 | a x c             | a <mark>b</mark> c
          b b                   | c                 | <mark>b b</mark>
          a <b>                 | a                 | a <mark>&lt;b&gt;</mark>
          ''                    | a                 | <em class="soft">nothing</em>
          a                     | ''                | <mark>a</mark>
          """)
  void marksWordsMissingFromTheOtherText(String text, String other, String marked) {
    assertThat(HtmlFragments.markDifferences(text, other)).isEqualTo(marked);
  }

  @Test
  void roundsSharesBelowOneDown() {
    assertThat(HtmlFragments.percent(1)).isEqualTo("100&nbsp;%");
    assertThat(HtmlFragments.percent(0.99999)).isEqualTo("99.99&nbsp;%");
    assertThat(HtmlFragments.percent(OptionalDouble.empty())).isEqualTo("–");
  }
}
