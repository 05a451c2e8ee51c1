package org.openimr.ingest.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openimr.ingest.extract.model.ExtractionWarning;

/**
 * Replaces the control characters of a text, which later stages cannot store, would misread, or
 * send to a terminal. Offsets are computed from the result, so that they are those of the stored
 * text.
 *
 * <p>A control character becomes a blank, and U+0085 the line end that it is. A sequence that
 * begins with an escape, such as one that colors a word, is removed as a whole. NUL characters are
 * removed: silently as padding at the end, with a warning elsewhere; between two letters a blank
 * takes their place.
 */
final class ControlCharacters {
  private static final char NEXT_LINE = '\u0085';

  private final String text;
  private final StringBuilder clean;
  private int at;
  private int nulls;
  private int firstNull;
  private int controls;
  private int firstControl;

  private ControlCharacters(String text) {
    this.text = text;
    this.clean = new StringBuilder(text.length());
  }

  /**
   * A text without control characters.
   *
   * @param warnings one per kind of replaced characters, with the offset of the first
   */
  record Replaced(String text, List<ExtractionWarning> warnings) {}

  static Replaced replacedIn(String text) {
    ControlCharacters characters = new ControlCharacters(withoutPadding(text));
    characters.replace();
    return new Replaced(characters.clean.toString(), characters.warnings());
  }

  /** Removes NUL characters at the end, which fixed-size records and copy programs add. */
  static String withoutPadding(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Whether a control character is part of the layout of a text. */
  static boolean isLayout(char c) {
    return c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == NEXT_LINE;
  }

  private void replace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == 0) {
        replaceNulls();
      } else if (Character.isISOControl(c) && !isLayout(c)) {
        replaceControl();
      } else {
        clean.append(c == NEXT_LINE ? '\n' : c);
        at++;
      }
    }
  }

  private void replaceNulls() {
    firstNull = nulls == 0 ? clean.length() : firstNull;
    while (at < text.length() && text.charAt(at) == 0) {
      nulls++;
      at++;
    }
    boolean isAfterLetter = !clean.isEmpty() && !isBlank(clean.charAt(clean.length() - 1));
    if (isAfterLetter && at < text.length() && !isBlank(text.charAt(at))) {
      clean.append(' ');
    }
  }

  private void replaceControl() {
    firstControl = controls == 0 ? clean.length() : firstControl;
    controls++;
    int length = EscapeSequence.lengthAt(text, at);
    if (length == 0) {
      clean.append(' ');
    }
    at += Math.max(1, length);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c);
  }

  private List<ExtractionWarning> warnings() {
    List<ExtractionWarning> warnings = new ArrayList<>();
    if (nulls > 0) {
      warnings.add(
          warning("removed %d NUL character(s), the first at offset %d", nulls, firstNull));
    }
    if (controls > 0) {
      warnings.add(
          warning(
              "replaced %d control character(s) or escape sequence(s), the first at offset %d",
              controls, firstControl));
    }
    return List.copyOf(warnings);
  }

  private static ExtractionWarning warning(String format, int count, int offset) {
    return ExtractionWarning.onDocument(
        ExtractionWarning.Code.TEXT_CHANGED, String.format(Locale.ROOT, format, count, offset));
  }
}
