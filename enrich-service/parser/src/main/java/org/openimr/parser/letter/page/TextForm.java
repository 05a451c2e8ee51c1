package org.openimr.parser.letter.page;

import java.util.Optional;
import org.openimr.parser.letter.text.Whitespace;

/**
 * The form of a text that is a letter but was changed on its way, so that a rejection says what was
 * seen.
 */
public final class TextForm {
  private static final int MIN_LINES = 8;
  private static final int MIN_TAGS = 5;
  private static final int SAMPLE = 4000;
  private static final String[] TAGS = {"<p", "<br", "<div", "<td", "<span", "</", "&nbsp;"};

  private TextForm() {}

  /** Returns a description of the form, or empty for the ordinary form. */
  public static Optional<String> describe(String text) {
    int tags = 0;
    for (String tag : TAGS) {
      tags += count(text, tag);
    }
    if (tags >= MIN_TAGS) {
      return Optional.of("the text contains HTML tags");
    }
    char mark = commonMark(text);
    if (mark != 0) {
      return Optional.of("each line begins with " + mark);
    }
    if (isInCapitals(text)) {
      return Optional.of("the text is in capitals");
    }
    return text.indexOf('\n') < 0 && text.length() > SAMPLE
        ? Optional.of("the text has no line ends")
        : Optional.empty();
  }

  private static int count(String text, String part) {
    int found = 0;
    for (int at = text.indexOf(part); at >= 0 && found < MIN_TAGS; ) {
      found++;
      at = text.indexOf(part, at + 1);
    }
    return found;
  }

  /** Returns the character with which most lines begin if it is neither letter nor digit, or 0. */
  private static char commonMark(String text) {
    TextLines lines = TextLines.of(text, 0, Math.min(text.length(), SAMPLE));
    if (lines.count() < MIN_LINES) {
      return 0;
    }
    char first = text.charAt(lines.start(lines.count() / 2));
    int marked = 0;
    for (int k = 0; k < lines.count(); k++) {
      marked += text.charAt(lines.start(k)) == first ? 1 : 0;
    }
    return !Character.isLetterOrDigit(first) && marked * 2 > lines.count() ? first : 0;
  }

  private static boolean isInCapitals(String text) {
    int lower = 0;
    int upper = 0;
    int to = Whitespace.skipBackward(text, Math.min(text.length(), SAMPLE), 0);
    for (int i = 0; i < to; i++) {
      lower += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
      upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return upper > 20 * lower && upper > 0;
  }
}
