package org.openimr.parser.letter.header;

import java.util.Locale;
import java.util.Optional;
import org.openimr.parser.letter.model.ReviewPriority;
import org.openimr.parser.letter.text.Whitespace;

/**
 * The priority in a header block.
 *
 * @param priority the priority; empty if none is printed or it is not known
 * @param isInvalid whether something else is printed
 */
record PrintedPriority(Optional<ReviewPriority> priority, boolean isInvalid) {
  private static final String LABEL = "priority";

  /** Finds the priority in a header block. Its value may be separated from its label. */
  static PrintedPriority find(String text, int from, int to) {
    String block = text.substring(from, to).toLowerCase(Locale.ROOT);
    int label = block.indexOf(LABEL);
    if (label < 0) {
      return new PrintedPriority(Optional.empty(), false);
    }
    int labelEnd = label + LABEL.length();
    while (labelEnd < block.length() && " \t:".indexOf(block.charAt(labelEnd)) >= 0) {
      labelEnd++;
    }
    Optional<ReviewPriority> beside = at(block, labelEnd);
    if (beside.isPresent()) {
      return new PrintedPriority(beside, false);
    }
    return isOtherValue(block, labelEnd)
        ? new PrintedPriority(Optional.empty(), true)
        : findDetached(block);
  }

  private static Optional<ReviewPriority> at(String block, int offset) {
    if (block.startsWith("standard", offset)) {
      return Optional.of(ReviewPriority.STANDARD);
    }
    return block.startsWith("expedited", offset)
        ? Optional.of(ReviewPriority.EXPEDITED)
        : Optional.empty();
  }

  /** Returns whether a word other than a label or date is printed beside the label. */
  private static boolean isOtherValue(String block, int offset) {
    return offset < block.length()
        && Character.isLetterOrDigit(block.charAt(offset))
        && Whitespace.skipForward(block, offset, block.length()) == offset
        && !block.startsWith("application", offset)
        && !block.startsWith("received", offset)
        && !block.startsWith("date", offset)
        && !block.startsWith("decision", offset)
        && !block.startsWith("ur ", offset)
        && !block.startsWith("case", offset)
        && !block.startsWith("cm", offset)
        && !Character.isDigit(block.charAt(offset));
  }

  private static PrintedPriority findDetached(String block) {
    boolean standard = block.contains("standard");
    boolean expedited = block.contains("expedited");
    if (standard == expedited) {
      return new PrintedPriority(Optional.empty(), standard);
    }
    return new PrintedPriority(
        Optional.of(standard ? ReviewPriority.STANDARD : ReviewPriority.EXPEDITED), false);
  }
}
