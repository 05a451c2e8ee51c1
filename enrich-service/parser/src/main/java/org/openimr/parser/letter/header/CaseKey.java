package org.openimr.parser.letter.header;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derives the record key that keeps all records of a case on one partition (CONTRACT.md).
 *
 * <p>The key is the case number in the header block: {@code CM} + two digits of the year + {@code
 * -} + seven digits. For a letter without a case number it is {@code sha256:} and the first 32 hex
 * digits of the SHA-256 of the letter's text with each run of white space replaced by one space.
 */
public final class CaseKey {
  private static final String[][] HEADINGS = {
    {"HOW", "THE", "IMR"},
    {"CLINICAL", "CASE", "SUMMARY"},
    {"ISSUE", "AT", "DISPUTE"},
    {"DOCUMENTS", "REVIEWED"},
    {"Case", "Summary:"},
  };
  private static final int YEAR_END = "CM16".length();
  private static final int SERIAL_DIGITS = 7;
  private static final int HASH_DIGITS = 32;

  private CaseKey() {}

  /** Returns the key of a letter. */
  public static String of(String text) {
    return findCaseNumber(text).orElseGet(() -> "sha256:" + hashOf(text));
  }

  /**
   * Returns the case number in the header block, the text before the first heading. White space
   * after its hyphen is removed because converters break lines there.
   */
  public static Optional<String> findCaseNumber(String text) {
    int end = headerEnd(text);
    for (int i = text.indexOf("CM", 0, end); i >= 0; i = text.indexOf("CM", i + 1, end)) {
      String number = caseNumberAt(text, i);
      if (number != null) {
        return Optional.of(number);
      }
    }
    return Optional.empty();
  }

  private static int headerEnd(String text) {
    int end = text.length();
    for (String[] heading : HEADINGS) {
      int at = findHeading(text, heading, end);
      end = at < 0 ? end : at;
    }
    return end;
  }

  /**
   * Returns the start of a heading before {@code end} with any white space between words, or -1.
   */
  private static int findHeading(String text, String[] heading, int end) {
    int at = text.indexOf(heading[0], 0, end);
    while (at >= 0) {
      int i = at;
      for (int word = 0; word < heading.length && i >= 0; word++) {
        i = skipWhitespace(text, i);
        i = text.startsWith(heading[word], i) ? i + heading[word].length() : -1;
      }
      if (i >= 0) {
        return at;
      }
      at = text.indexOf(heading[0], at + 1, end);
    }
    return -1;
  }

  private static @Nullable String caseNumberAt(String text, int at) {
    int hyphen = skipWhitespace(text, at + YEAR_END);
    if (!isDigits(text, at + "CM".length(), at + YEAR_END) || !isHyphen(text, hyphen)) {
      return null;
    }
    int serial = skipWhitespace(text, hyphen + 1);
    int end = serial + SERIAL_DIGITS;
    boolean complete = isDigits(text, serial, end) && !isDigits(text, end, end + 1);
    if (!complete) {
      return null;
    }
    boolean asPrinted = serial == at + YEAR_END + 1 && text.charAt(hyphen) == '-';
    return asPrinted
        ? text.substring(at, end)
        : text.substring(at, at + YEAR_END) + "-" + text.substring(serial, end);
  }

  private static int skipWhitespace(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\u00a0')) {
      i++;
    }
    return i;
  }

  private static boolean isHyphen(String text, int at) {
    return at < text.length() && "-\u00ad\u2010\u2011\u2013".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (i >= text.length() || text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String hashOf(String text) {
    try {
      byte[] bytes = foldWhitespace(text).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String foldWhitespace(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = !folded.isEmpty();
      } else {
        if (gap) {
          folded.append(' ');
        }
        folded.append(c);
        gap = false;
      }
    }
    return folded.toString();
  }
}
