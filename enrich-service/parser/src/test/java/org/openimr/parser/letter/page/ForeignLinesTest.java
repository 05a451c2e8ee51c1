package org.openimr.parser.letter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignLinesTest {
  private static final String BEFORE =
      """
      The baker hurt the left wrist when a rack fell. A splint was worn for three weeks, and
      rest was advised until the grip had come back. Then a course of therapy was asked for,
      which the plan refused. It was argued that the first course had not been used up, and
      """;
  private static final String AFTER =
      """
      that the therapist had not yet reported on it. The reviewer agrees with this, since the
      guideline asks for a report on the first course before another one starts.
      """;

  private static List<String> find(String text) {
    return ForeignLines.find(text).stream()
        .map(range -> text.substring(range.start(), range.end()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OAK TREE MAILROOM",
        "Seen 4 May, Poe",
        "Orchid Mutual\nBin 14",
        "Shelf 12. Return it to Poe.",
      })
  void findsLinesBetweenTwoHalvesOfASentence(String stamp) {
    String firstLine = stamp.lines().findFirst().orElseThrow();

    assertThat(find(BEFORE + "\n" + stamp + "\n\n" + AFTER)).first(STRING).startsWith(firstLine);
    assertThat(find(BEFORE + "\f   " + stamp + "\n" + AFTER)).first(STRING).startsWith(firstLine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n\f%s\n", "\n%s\n\n\f", "\n                  %s\n"})
  void findsALineAtThePageEdgeOrAnotherColumnBetweenSentences(String form) {
    String text =
        BEFORE.replace("up, and\n", "up.") + form.formatted("Seen 4 May, Poe") + "The" + AFTER;

    assertThat(find(text)).containsExactly("Seen 4 May, Poe");
  }

  @Test
  void findsALineBetweenTwoHalvesOfAnUnwrappedParagraph() {
    String first = (BEFORE + AFTER + BEFORE).replace('\n', ' ').strip();
    String second = AFTER.replace('\n', ' ').strip();

    assertThat(find(first + "\n\nSeen 4 May, Poe\n\n" + second + "\n\n" + first + "\n"))
        .containsExactly("Seen 4 May, Poe");
  }

  @Test
  void findsASentenceBeforeAParagraphThatNamesADecision() {
    String first = (BEFORE + AFTER + BEFORE).replace('\n', ' ').strip();
    String second = AFTER.replace('\n', ' ').strip() + " It says \"request 2: Upheld\".";

    assertThat(find(first + "\n      Return it to Poe.\n\n" + second + "\n\n" + first + "\n"))
        .containsExactly("Return it to Poe.");
  }

  @Test
  void findsLinesInCapitalsBetweenSentences() {
    String text = BEFORE.replace("up, and\n", "up.\n") + "\nCOPY FOR POE\nBIN 0634\nThe" + AFTER;

    assertThat(find(text)).containsExactly("COPY FOR POE\nBIN 0634");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"up, and with:\n          %s\n\n\n\nnaproxen, ", "up on\n%s\n\n\n\n4/5/2016, "})
  void findsALineAfterAColonOrBeforeADate(String form) {
    String text = BEFORE.replace("up, and\n", form.formatted("Seen 4 May, Poe"));

    assertThat(find(text + AFTER)).containsExactly("Seen 4 May, Poe");
  }

  @Test
  void findsALineBeforeALabelWithinAStatement() {
    String text = BEFORE.replace("up, and\n", "up, as in Wrist and Hand\n");

    assertThat(find(text + "      Seen 4 May, Poe\n\nComplaints Page(s): 263-269. The" + AFTER))
        .containsExactly("Seen 4 May, Poe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n\n\f"})
  void findsNothingWhereASentenceContinues(String gap) {
    assertThat(find(BEFORE + gap + AFTER)).isEmpty();
  }

  @Test
  void findsNothingInListsAndHeadings() {
    String text =
        BEFORE
            + "noted on the first visit: 1. Sprain of the wrist\n2. Sprain of the elbow\n\n"
            + "WHAT THE GUIDELINE ASKS FOR\n\n"
            + BEFORE
            + AFTER;

    assertThat(find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Case summary:\nThe baker is 58 years old and has\n\n\n\nheld a rack. %s",
        "Set forth below:\nX-ray\n\n\n\nof the wrist. %s",
        "%s\nLIDOCAINE 3% PATCH, 12 HOURS\nON AND 12 HOURS OFF: Upheld\n",
      })
  void findsNothingInTheFirstLineOfATextOrItem(String form) {
    String text = BEFORE.replace("up, and\n", "up.\n");

    assertThat(find(form.replace("%s", text + "The" + AFTER))).isEmpty();
  }
}
