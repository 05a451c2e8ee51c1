package org.openimr.parser.letter.item;

import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/**
 * Recognizes a heading that holds more than a request. If the page between two items is lost, the
 * rest of a rationale precedes the next heading, and nothing but its words tells.
 */
final class RequestPlausibility {
  private static final SpacingTolerantLiteral[] WORDS_OF_RATIONALES = {
    new SpacingTolerantLiteral(": Upheld"),
    new SpacingTolerantLiteral(": Overturned"),
    new SpacingTolerantLiteral(":Upheld"),
    new SpacingTolerantLiteral(":Overturned"),
    new SpacingTolerantLiteral("medically necessary"),
    new SpacingTolerantLiteral("medical necessity"),
  };

  private RequestPlausibility() {}

  /**
   * Returns whether a heading contains another decision or a part of a rationale.
   *
   * @param start offset of the heading
   * @param end offset just past its text, without its decision word
   */
  static boolean isGlued(String text, int start, int end) {
    return SpacingTolerantLiteral.findFirst(text, WORDS_OF_RATIONALES, start, end) >= 0;
  }
}
