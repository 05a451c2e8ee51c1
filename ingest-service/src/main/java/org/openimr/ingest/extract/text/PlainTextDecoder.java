package org.openimr.ingest.extract.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionResult;

/**
 * Decodes plain text: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252.
 *
 * <p>Nearly any bytes decode as Windows-1252. A text is therefore rejected as binary if at least
 * one in {@value #CHARACTERS_PER_CONTROL} characters is undefined or a control character, or if any
 * is NUL.
 */
public final class PlainTextDecoder {
  static final String MEDIA_TYPE = "text/plain";

  private static final int CHARACTERS_PER_CONTROL = 200;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final int maxCharacters;

  public PlainTextDecoder(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /** Whether the bytes are not text in any of the encodings. */
  static boolean isBinary(byte[] bytes) {
    return decoded(bytes).filter(PlainTextDecoder::hasControls).isPresent();
  }

  public ExtractionResult decode(byte[] bytes) {
    Optional<String> decoded = decoded(bytes);
    if (decoded.isEmpty()) {
      return new ExtractionFailure(
          ExtractionFailure.Code.UNDECODABLE,
          "text",
          "the bytes are invalid in the encoding of their byte order mark");
    }
    return toResult(LineEndings.normalize(decoded.get()));
  }

  private ExtractionResult toResult(String text) {
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
    return new ExtractedText(text, pages, ExtractedText.Method.PLAIN_TEXT, count, MEDIA_TYPE);
  }

  private static Optional<String> decoded(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decoded(bytes, 3, UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, 2, UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, 2, UTF_16BE);
    }
    return decoded(bytes, 0, UTF_8).or(() -> Optional.of(new String(bytes, WINDOWS_1252)));
  }

  private static Optional<String> decoded(byte[] bytes, int from, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasControls(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return true;
      }
      if (c == '\uFFFD' || (Character.isISOControl(c) && !isLayout(c))) {
        controls++;
      }
    }
    return controls > 0 && (long) controls * CHARACTERS_PER_CONTROL >= text.length();
  }

  private static boolean isLayout(char c) {
    return c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u0085';
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
