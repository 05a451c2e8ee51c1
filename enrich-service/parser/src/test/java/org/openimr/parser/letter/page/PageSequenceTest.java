package org.openimr.parser.letter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.text.NormalizedLetter;

class PageSequenceTest {
  private static PageSequence of(String text) {
    return PageSequence.of(text, PageCleaner.clean(NormalizedLetter.of(text)).letter().text());
  }

  /** Returns a page of lines that no other page has. */
  private static String page(String name) {
    StringBuilder page = new StringBuilder();
    for (int line = 0; line < 12; line++) {
      page.append("The wrist of visit ")
          .append(name)
          .append('-')
          .append(line)
          .append(" was sore.\n");
    }
    return page.toString();
  }

  private static PageSequence sequence(String... numbers) {
    List<String> pages = new ArrayList<>();
    for (String number : numbers) {
      pages.add(page(number) + "\n\nsheet " + number + "\n");
    }
    return of(String.join("\f", pages));
  }

  @Test
  void findsNothingMissingInAWholeLetter() {
    assertThat(sequence("1 of 3", "2 of 3", "3 of 3")).isEqualTo(new PageSequence(List.of(), true));
  }

  @Test
  void namesPagesMissingInTheMiddleAndAtTheEnd() {
    assertThat(sequence("1/6", "2/6", "5/6").missing()).containsExactly(3, 4, 6);
  }

  @Test
  void ignoresPagesBeforeTheFirstNumber() {
    assertThat(sequence("4/5", "5/5").missing()).isEmpty();
  }

  @Test
  void noticesPagesInAnotherOrder() {
    assertThat(sequence("2 of 3", "1 of 3", "3 of 3").isAscending()).isFalse();
  }

  @Test
  void doubtsNumbersOfDifferentTotals() {
    assertThat(sequence("1/2", "9/20").missing()).contains(10, 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Page %d of 5", "Pg. %d/5", "P.00%d/005", "[%d/5]", "%d of 5", "-%d-", "Page %d"})
  void namesMissingPageWithoutFormFeeds(String form) {
    StringBuilder text = new StringBuilder();
    for (int number : new int[] {1, 2, 4, 5}) {
      text.append(page("of " + number)).append('\n').append(form.formatted(number)).append("\n\n");
    }

    assertThat(of(text.toString())).isEqualTo(new PageSequence(List.of(3), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Page 1 of 2", "Pg. 1/2", "P. 001/002", "- 1 / 2 -", "1 of 2"})
  void namesMissingPageByOneNumber(String number) {
    assertThat(of(page("one") + number + "\n").missing()).containsExactly(2);
    assertThat(of(number + "\n" + page("one")).missing()).containsExactly(2);
  }

  @Test
  void ignoresNumbersInTheTextOfTheLetter() {
    String text =
        "CLINICAL CASE SUMMARY\nThe worker was seen in May.\n\f"
            + "On examination the motor strength of the arm was 4/5\n"
            + "and the pain was put at 7/10.\n"
            + "\fOn examination the motor strength of the arm was 3/5\n"
            + "and the pain was put at 6/10.\n"
            + "\fThe score was 2 of 10.\n";

    assertThat(of(text)).isEqualTo(new PageSequence(List.of(), true));
  }

  @Test
  void acceptsLaterPageWithoutNumber() {
    assertThat(of(page("one") + "\nPage 1 of 2\n\f" + page("two")).missing()).isEmpty();
  }

  @Test
  void startsAgainWithAnotherPart() {
    assertThat(sequence("1 of 2", "2 of 2", "1 of 2", "2 of 2").isAscending()).isTrue();
  }
}
