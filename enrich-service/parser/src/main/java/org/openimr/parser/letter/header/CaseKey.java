package org.openimr.parser.letter.header;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.openimr.parser.letter.boundary.HeaderBlockFinder;
import org.openimr.parser.letter.boundary.TitledHeader;
import org.openimr.parser.letter.text.TextFolding;

/**
 * Derives the record key that keeps all records of a case on one partition (CONTRACT.md).
 *
 * <p>The key is the case number in the header block: {@code CM} + two digits of the year + {@code
 * -} + seven digits. For a letter without a case number it is {@code sha256:} and the first 32 hex
 * digits of the SHA-256 of the letter's text, its characters folded by {@link TextFolding} and each
 * run of white space replaced by one space.
 */
public final class CaseKey {
  private static final String[][] HEADINGS = {
    {"HOW", "THE", "IMR"},
    {"CLINICAL", "CASE", "SUMMARY"},
    {"ISSUE", "AT", "DISPUTE"},
    {"DOCUMENTS", "REVIEWED"},
    {"Case", "Summary:"},
  };
  private static final int HASH_DIGITS = 32;

  private CaseKey() {}

  /** Returns the key of a letter. */
  public static String of(String text) {
    return findCaseNumber(text).orElseGet(() -> "sha256:" + hashOf(text));
  }

  /**
   * Returns the case number in the header block, the text before the first heading. A number after
   * a label takes precedence over one that only looks like it.
   */
  public static Optional<String> findCaseNumber(String text) {
    return findPrinted(text).number();
  }

  /**
   * Returns the case number as printed. Only the header itself counts: a cover above it may name
   * other cases. The header is the block above the first heading, or else follows the title.
   */
  static CaseNumber findPrinted(String text) {
    int end = headerEnd(text);
    int start = headerStart(text, end);
    return CaseNumber.find(text.substring(start, end), end - start);
  }

  private static int headerStart(String text, int end) {
    int block = HeaderBlockFinder.findStart(text, 0, end);
    if (block < end) {
      return block;
    }
    int titled = TitledHeader.findStart(text, end);
    return titled >= 0 ? titled : end == text.length() ? 0 : end;
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

  private static int skipWhitespace(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\u00a0')) {
      i++;
    }
    return i;
  }

  private static String hashOf(String text) {
    try {
      byte[] bytes = foldWhitespace(TextFolding.fold(text)).getBytes(StandardCharsets.UTF_8);
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
