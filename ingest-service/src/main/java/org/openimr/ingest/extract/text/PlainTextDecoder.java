package org.openimr.ingest.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.model.ExtractionWarning;

/**
 * Decodes plain text: UTF-8 or UTF-16 with or without a byte order mark, else Windows-1252.
 *
 * <p>Nearly any bytes decode as Windows-1252. A text is therefore rejected as binary if at least
 * one in {@value #CHARACTERS_PER_CONTROL} characters is undefined or a control character; NUL
 * characters at the end do not count. Fewer control characters are replaced with a warning.
 */
public final class PlainTextDecoder {
  static final String MEDIA_TYPE = "text/plain";

  private static final int CHARACTERS_PER_CONTROL = 200;

  private final int maxCharacters;

  public PlainTextDecoder(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /** Whether the bytes are not text in any of the encodings. */
  static boolean isBinary(byte[] bytes) {
    return TextEncoding.decode(bytes)
        .map(ControlCharacters::withoutPadding)
        .filter(text -> hasControls(text) || (text.isEmpty() && bytes.length > 3))
        .isPresent();
  }

  public ExtractionResult decode(byte[] bytes) {
    Optional<String> decoded = TextEncoding.decode(bytes);
    if (decoded.isEmpty()) {
      return new ExtractionFailure(
          ExtractionFailure.Code.UNDECODABLE,
          "text",
          "the bytes are invalid in the encoding of their byte order mark");
    }
    ControlCharacters.Replaced clean =
        ControlCharacters.replacedIn(LineEndings.normalize(decoded.get()));
    return toResult(clean.text(), clean.warnings());
  }

  private ExtractionResult toResult(String text, List<ExtractionWarning> warnings) {
    if (text.isBlank()) {
      return new ExtractionFailure(
          ExtractionFailure.Code.NOT_A_LETTER, "text", "the letter is empty");
    }
    if (text.length() > maxCharacters) {
      return new ExtractionFailure(
          ExtractionFailure.Code.TOO_LARGE,
          "characters",
          "more than " + maxCharacters + " characters");
    }
    List<Integer> pages = pageStarts(text);
    OptionalInt count = pages.size() > 1 ? OptionalInt.of(pages.size()) : OptionalInt.empty();
    return new ExtractedText(
        text, pages, ExtractedText.Method.PLAIN_TEXT, count, MEDIA_TYPE, warnings);
  }

  private static boolean hasControls(String text) {
    // a single NUL character is not evidence of a binary file
    int controls = text.indexOf('\0') >= 0 ? -1 : 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD' || (Character.isISOControl(c) && !ControlCharacters.isLayout(c))) {
        controls++;
      }
    }
    return controls > 0 && (long) controls * CHARACTERS_PER_CONTROL >= text.length();
  }

  /** A form feed ends a page; a trailing one does not start another. */
  private static List<Integer> pageStarts(String text) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    int last = text.stripTrailing().length();
    for (int at = text.indexOf('\f'); at >= 0 && at < last; at = text.indexOf('\f', at + 1)) {
      starts.add(at + 1);
    }
    return starts;
  }
}
