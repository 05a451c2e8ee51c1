package org.openimr.parser.letter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.text.LineSurvey;

class LineMarkFilterTest {
  private static final String LINE = "the grip was weak and 6 visits were asked for";

  private static String blankOut(String text) {
    return LineMarkFilter.blankOut(text, LineSurvey.of(text));
  }

  private static String lines(int count, String prefix) {
    return IntStream.range(0, count).mapToObj(k -> prefix + LINE).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", ">", ">> ", "> > ", "| "})
  void blanksTheMarksOfQuotedLines(String mark) {
    String text = lines(12, mark);

    assertThat(blankOut(text)).hasSameSizeAs(text).doesNotContain(mark.strip()).contains(LINE);
  }

  @Test
  void blanksQuotesBelowAnAnswer() {
    String text = "Thank you.\nSee below.\n\n" + lines(20, "> ");

    assertThat(blankOut(text)).startsWith("Thank you.").doesNotContain(">");
  }

  @Test
  void keepsASingleMark() {
    String text = lines(12, "") + "\n> 5 mm was measured";

    assertThat(blankOut(text)).isSameAs(text);
  }

  @Test
  void blanksLineNumbersThatStartAgainOnEachPage() {
    String page =
        IntStream.rangeClosed(1, 14)
            .mapToObj(k -> k + "  " + LINE)
            .collect(Collectors.joining("\n"));
    String text = page + "\n\f" + page;

    assertThat(blankOut(text).replace(LINE, "").strip()).isEmpty();
  }

  @Test
  void keepsNumbersThatDoNotCountLines() {
    String text = lines(12, "6 ");

    assertThat(blankOut(text)).isSameAs(text);
  }

  @Test
  void blanksTheMarksOfMarkdown() {
    assertThat(blankOut("## **Summary**\n* item\nuse #30 of it"))
        .isEqualTo("     Summary  \n* item\nuse #30 of it");
  }
}
