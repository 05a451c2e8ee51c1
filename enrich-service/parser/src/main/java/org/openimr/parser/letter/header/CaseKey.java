package org.openimr.parser.letter.header;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key that keeps all that concerns a case on one partition (CONTRACT.md).
 *
 * <p>It is the case number of the header block, {@code CM} + two digits of the year + {@code -} +
 * seven digits; for a letter without one, {@code sha256:} and the first 32 hex digits of the
 * SHA-256 of the letter's text with white space folded.
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

  /** The key of a letter. */
  public static String of(String text) {
    return findCaseNumber(text).orElseGet(() -> "sha256:" + hash(text));
  }

  /**
   * The case number in the header block, all before the first heading, if there is one. A converter
   * may have broken it behind its hyphen.
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
      int at = find(text, heading, end);
      end = at < 0 ? end : at;
    }
    return end;
  }

  /** Where a heading starts before {@code end}, whatever white space lies between its words. */
  private static int find(String text, String[] heading, int end) {
    int at = text.indexOf(heading[0], 0, end);
    while (at >= 0) {
      int i = at;
      for (int word = 0; word < heading.length && i >= 0; word++) {
        i = skipBlanks(text, i);
        i = text.startsWith(heading[word], i) ? i + heading[word].length() : -1;
      }
      if (i >= 0) {
        return at;
      }
      at = text.indexOf(heading[0], at + 1, end);
    }
    return -1;
  }

  private static String caseNumberAt(String text, int at) {
    int hyphen = skipBlanks(text, at + YEAR_END);
    if (!digits(text, at + "CM".length(), at + YEAR_END) || !hyphen(text, hyphen)) {
      return null;
    }
    int serial = skipBlanks(text, hyphen + 1);
    int end = serial + SERIAL_DIGITS;
    boolean whole = digits(text, serial, end) && !digits(text, end, end + 1);
    if (!whole) {
      return null;
    }
    boolean asPrinted = serial == at + YEAR_END + 1 && text.charAt(hyphen) == '-';
    return asPrinted
        ? text.substring(at, end)
        : text.substring(at, at + YEAR_END) + "-" + text.substring(serial, end);
  }

  private static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\u00a0')) {
      i++;
    }
    return i;
  }

  private static boolean hyphen(String text, int at) {
    return at < text.length() && "-\u00ad\u2010\u2011\u2013".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (i >= text.length() || text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String hash(String text) {
    try {
      byte[] bytes = folded(text).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String folded(String text) {
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
