package org.openimr.ingest.extract.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Detects the encoding of a plain text and decodes it. */
public final class TextEncoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Share of the code units of a UTF-16 text that must be Latin, i.e. have a zero high byte. */
  private static final double MIN_LATIN_SHARE = 0.7;

  /** Share of the low bytes of a UTF-16 text that may be zero. */
  private static final double MAX_ZERO_SHARE = 0.01;

  private TextEncoding() {}

  /** Returns the text, or empty if it is invalid in the encoding of its byte order mark. */
  public static Optional<String> decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decoded(bytes, 3, bytes.length, UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, 2, bytes.length, UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, 2, bytes.length, UTF_16BE);
    }
    return unmarkedUtf16(bytes)
        .or(() -> decoded(bytes, 0, bytes.length, UTF_8))
        .or(() -> Optional.of(new String(bytes, WINDOWS_1252)));
  }

  /** Decodes UTF-16 without a byte order mark: every other byte of a Latin text is zero. */
  private static Optional<String> unmarkedUtf16(byte[] bytes) {
    int units = unpaddedUnits(bytes);
    int even = zeros(bytes, 0, units);
    int odd = zeros(bytes, 1, units);
    if (odd > units * MIN_LATIN_SHARE && even <= units * MAX_ZERO_SHARE) {
      return decoded(bytes, 0, 2 * units, UTF_16LE);
    }
    if (even > units * MIN_LATIN_SHARE && odd <= units * MAX_ZERO_SHARE) {
      return decoded(bytes, 0, 2 * units, UTF_16BE);
    }
    return Optional.empty();
  }

  /** The number of pairs of bytes up to the last that is not entirely zero. */
  private static int unpaddedUnits(byte[] bytes) {
    int units = bytes.length / 2;
    boolean oddByte = bytes.length % 2 == 1 && bytes[bytes.length - 1] != 0;
    while (units > 0 && bytes[2 * units - 1] == 0 && bytes[2 * units - 2] == 0) {
      units--;
    }
    return oddByte ? 0 : units;
  }

  private static int zeros(byte[] bytes, int first, int units) {
    int zeros = 0;
    for (int i = 0; i < units; i++) {
      zeros += bytes[2 * i + first] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static Optional<String> decoded(byte[] bytes, int from, int to, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, to - from))
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
}
