package org.openimr.schemas;

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
  private static final String[] HEADINGS = {
    "HOW THE IMR",
    "CLINICAL CASE SUMMARY",
    "Case Summary:",
    "ISSUE AT DISPUTE",
    "DOCUMENTS REVIEWED"
  };
  private static final int CASE_NUMBER_LENGTH = "CM16-0123456".length();
  private static final int HASH_DIGITS = 32;

  private CaseKey() {}

  /** The key of a letter. */
  public static String of(String text) {
    return caseNumber(text).orElseGet(() -> "sha256:" + hash(text));
  }

  /** The case number in the header block, all before the first heading, if there is one. */
  public static Optional<String> caseNumber(String text) {
    int end = headerEnd(text);
    for (int i = text.indexOf("CM"); i >= 0 && i < end; i = text.indexOf("CM", i + 1)) {
      if (isCaseNumber(text, i)) {
        return Optional.of(text.substring(i, i + CASE_NUMBER_LENGTH));
      }
    }
    return Optional.empty();
  }

  private static int headerEnd(String text) {
    int end = text.length();
    for (String heading : HEADINGS) {
      int at = text.indexOf(heading);
      if (at >= 0 && at < end) {
        end = at;
      }
    }
    return end;
  }

  private static boolean isCaseNumber(String text, int at) {
    int end = at + CASE_NUMBER_LENGTH;
    if (end > text.length() || (end < text.length() && digit(text.charAt(end)))) {
      return false;
    }
    for (int i = at + 2; i < end; i++) {
      if (i == at + 4 ? text.charAt(i) != '-' : !digit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String hash(String text) {
    MessageDigest digest = sha256();
    digest.update(folded(text).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
