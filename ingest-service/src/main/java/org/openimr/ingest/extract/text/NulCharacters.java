package org.openimr.ingest.extract.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openimr.ingest.extract.model.ExtractionWarning;

/**
 * Removes NUL characters from a text: silently as padding at the end, with a warning elsewhere.
 * Between two letters a blank takes their place.
 *
 * @param text the text without NUL characters
 * @param warnings a warning if a NUL character was dropped inside the text
 */
record NulCharacters(String text, List<ExtractionWarning> warnings) {

  /** NUL characters that may stand for a blank, which would otherwise glue two words. */
  private static final Pattern BETWEEN_LETTERS = Pattern.compile("(?<=\\S)\\x00+(?=\\S)");

  static NulCharacters removedFrom(String text) {
    String unpadded = withoutPadding(text);
    int first = unpadded.indexOf('\0');
    if (first < 0) {
      return new NulCharacters(unpadded, List.of());
    }
    long count = unpadded.chars().filter(c -> c == 0).count();
    String message =
        String.format(
            Locale.ROOT, "removed %d NUL character(s), the first at offset %d", count, first);
    return new NulCharacters(
        BETWEEN_LETTERS.matcher(unpadded).replaceAll(" ").replace("\0", ""),
        List.of(ExtractionWarning.onDocument(ExtractionWarning.Code.TEXT_CHANGED, message)));
  }

  /** Removes NUL characters at the end, which fixed-size records and copy programs add. */
  static String withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
