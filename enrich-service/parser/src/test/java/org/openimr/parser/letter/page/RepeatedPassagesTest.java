package org.openimr.parser.letter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RepeatedPassagesTest {
  private static final String FIRST = lines("The wrist was sore in week", 6) + "and it was\n";
  private static final String SECOND = "braced for long.\n" + lines("It was massaged in week", 6);
  private static final String THIRD = lines("It healed in week", 6);

  private static String lines(String start, int count) {
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < count; line++) {
      lines.append(start).append(' ').append(line).append(" of that year.\n");
    }
    return lines.toString();
  }

  private static String without(String text) {
    StringBuilder rest = new StringBuilder(text);
    for (RepeatedPassages.Passage passage : RepeatedPassages.find(text).reversed()) {
      rest.delete(passage.start(), passage.end() + 1);
    }
    return rest.toString();
  }

  @Test
  void findsPageAfterItself() {
    assertThat(without(FIRST + SECOND + SECOND + THIRD)).isEqualTo(FIRST + SECOND + THIRD);
  }

  @Test
  void findsPageAtTheEnd() {
    String page = SECOND + lines("It was moved in week", 8);

    assertThat(without(FIRST + page + THIRD + page)).isEqualTo(FIRST + page + THIRD);
  }

  @Test
  void findsRestOfSentenceAfterItself() {
    String text = "It is therefore not\nmedically necessary.\n";

    assertThat(without(text + "medically necessary.\n")).isEqualTo(text);
  }

  @Test
  void keepsSentenceThatIsThereTwice() {
    String text = "A trial comes first; what follows depends on what it shows.\n".repeat(2);

    assertThat(RepeatedPassages.find(text)).isEmpty();
    assertThat(RepeatedPassages.find("RATIONALE:\n" + text)).isEmpty();
  }

  @Test
  void doubtsWholeSentences() {
    String section = "RATIONALE:\n" + lines("It healed in week", 6);

    assertThat(RepeatedPassages.find(FIRST + SECOND + section + section))
        .extracting(RepeatedPassages.Passage::isPage)
        .containsExactly(false);
  }

  @Test
  void keepsSameReasonsOfTwoItems() {
    String reasons = lines("The guideline allows visits in week", 12);

    assertThat(RepeatedPassages.find("A brace: Upheld\n" + reasons + "A sling: Upheld\n" + reasons))
        .isEmpty();
  }

  @Test
  void findsPassagesInLinearTime() {
    String text = (lines("Week", 40) + "x\n" + lines("Week", 40)).repeat(500);

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> RepeatedPassages.find(text));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> RepeatedPassages.find("a\nb\na\n".repeat(300_000)));
  }
}
