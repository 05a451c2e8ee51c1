package org.openimr.parser.letter.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderBlockFinderTest {
  private static final String HEADING = "HOW THE IMR FINAL DETERMINATION WAS MADE\n";
  private static final String BLOCK =
      """
      Case Number: CM16-9123456
      Date Assigned: 12/14/2016 Date of Injury: 10/11/2016
      Decision Date: 01/24/2017 UR Denial Date: 11/08/2016
      Priority: Standard Application Received: 12/12/2016
      """;

  private static String block(String text) {
    int heading = text.indexOf("HOW THE");
    return text.substring(HeaderBlockFinder.findStart(text, 0, heading), heading);
  }

  @Test
  void doesNotTakeDateThatEndsSentenceOfCover() {
    assertThat(block("It arrived here on\n2016-03-17.\n" + BLOCK + HEADING)).isEqualTo(BLOCK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"311-555-0166", "371.555.0157", "1 209 5550123", "7"})
  void doesNotTakeNumberOfSender(String number) {
    assertThat(block("A sender\n" + number + "\n" + BLOCK + HEADING)).isEqualTo(BLOCK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CM16-9123456", "12/14/2016", "CM16 - 9123456", "1O/14/2O16", "Standard"})
  void takesValueAboveLabels(String value) {
    String block = value + "\n" + BLOCK;

    assertThat(block("A sender.\n" + block + HEADING)).isEqualTo(block);
  }

  @Test
  void takesFewLabelsOnlyRightAboveHeading() {
    String few = "Case Number: CM16-9123456\nDate of Injury: 10/11/2016\n";

    assertThat(block(few + HEADING)).isEqualTo(few);
    assertThat(block(few + "The review is below.\n" + HEADING)).isEmpty();
    assertThat(block(few + "\f" + HEADING)).isEmpty();
  }

  @Test
  void takesCompleteBlockAboveAddress() {
    String block = BLOCK + "A Person\n1 Main Street\n";

    assertThat(block("A cover.\n" + block + HEADING)).isEqualTo(block);
  }
}
