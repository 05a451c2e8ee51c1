package org.openimr.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

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
  void wordsThatTheOtherLacksAreMarked(String text, String other, String marked) {
    assertThat(Html.marked(text, other)).isEqualTo(marked);
  }

  @Test
  void textOfALetterStaysText() {
    assertThat(Html.text("<script>'\"&")).isEqualTo("&lt;script&gt;&#39;&quot;&amp;");
  }

  @Test
  void onlyAllIsAHundredPercent() {
    assertThat(Html.percent(1)).isEqualTo("100&nbsp;%");
    assertThat(Html.percent(0.99999)).isEqualTo("99.99&nbsp;%");
    assertThat(Html.percent(OptionalDouble.empty())).isEqualTo("–");
  }
}
