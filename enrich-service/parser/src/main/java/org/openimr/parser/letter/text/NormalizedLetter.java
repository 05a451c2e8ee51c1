package org.openimr.parser.letter.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.openimr.parser.letter.model.SourceMappedText;

/**
 * The text of a letter with what converters leave in it folded away: odd blanks and line ends, soft
 * hyphens, ligatures, page footers. Each character still knows where it stood in the letter.
 */
public final class NormalizedLetter {
  private final String original;
  private final String text;

  /** Where each character stood; null where nothing has moved. */
  private final int[] origins;

  private NormalizedLetter(String letter, String text, int[] origins) {
    this.original = letter;
    this.text = text;
    this.origins = origins;
  }

  public static NormalizedLetter of(String letter) {
    NormalizedLetter folded =
        isNormalized(letter) ? new NormalizedLetter(letter, letter, null) : normalized(letter);
    String clean = PageFooterFilter.blankOut(folded.text);
    return clean == folded.text ? folded : new NormalizedLetter(letter, clean, folded.origins);
  }

  /** The letter as it came. */
  public String original() {
    return original;
  }

  public String text() {
    return text;
  }

  /** Where a character of {@link #text()} stands in the letter; its length is allowed. */
  public int sourceOffset(int offset) {
    if (origins == null) {
      return offset;
    }
    return offset < origins.length
        ? origins[offset]
        : origins.length == 0 ? 0 : origins[offset - 1] + 1;
  }

  /** The text between two offsets with its lines joined, mapped to the letter as it came. */
  public SourceMappedText sourceMapped(int start, int end) {
    return SourceMappedText.of(text, this::sourceOffset, start, end);
  }

  private static boolean isNormalized(String letter) {
    if (letter.indexOf('\r') >= 0) {
      return false;
    }
    boolean ascii = letter.getBytes(StandardCharsets.UTF_8).length == letter.length();
    for (int i = 0; !ascii && i < letter.length(); i++) {
      if (letter.charAt(i) > '~' && isNormalizable(letter.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNormalizable(char c) {
    return c <= '\u00a0'
        || c == '\u00ad'
        || c >= '\u2000' && c <= '\u2011'
        || c >= '\u2028' && c <= '\u202f'
        || c == '\u205f'
        || c == '\u2060'
        || c == '\u3000'
        || c >= '\ufb00' && c <= '\ufb06'
        || c == '\ufeff';
  }

  private static NormalizedLetter normalized(String letter) {
    Builder folding = new Builder(letter.length());
    int i = 0;
    while (i < letter.length()) {
      char c = letter.charAt(i);
      if (c == '\u00ad') {
        i = afterSoftHyphen(letter, i);
        continue;
      }
      if (c == '\r') {
        if (i + 1 == letter.length() || letter.charAt(i + 1) != '\n') {
          folding.add('\n', i);
        }
      } else if (c <= '~' || !isNormalizable(c)) {
        folding.add(c, i);
      } else {
        folding.addNormalized(c, i);
      }
      i++;
    }
    return folding.build(letter);
  }

  /** A soft hyphen at a line's end breaks a word, elsewhere it is not seen. */
  private static int afterSoftHyphen(String letter, int at) {
    int behind = at + 1;
    boolean lineEnd = false;
    while (behind < letter.length() && letter.charAt(behind) <= ' ') {
      lineEnd |= letter.charAt(behind++) == '\n';
    }
    return lineEnd ? behind : at + 1;
  }

  /** The folded text as it grows. */
  private static final class Builder {
    private char[] chars;
    private int[] origins;
    private int length;

    Builder(int capacity) {
      chars = new char[capacity + 16];
      origins = new int[capacity + 16];
    }

    void add(char c, int origin) {
      if (length == chars.length) {
        chars = Arrays.copyOf(chars, length * 2);
        origins = Arrays.copyOf(origins, length * 2);
      }
      chars[length] = c;
      origins[length++] = origin;
    }

    void addNormalized(char c, int origin) {
      String folded =
          switch (c) {
            case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> "";
            case '\u0085', '\u2028', '\u2029' -> "\n";
            case '\u2010', '\u2011' -> "-";
            case '\ufb00' -> "ff";
            case '\ufb01' -> "fi";
            case '\ufb02' -> "fl";
            case '\ufb03' -> "ffi";
            case '\ufb04' -> "ffl";
            case '\ufb05', '\ufb06' -> "st";
            case '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e' -> "";
            default -> " ";
          };
      for (int k = 0; k < folded.length(); k++) {
        add(folded.charAt(k), origin);
      }
    }

    NormalizedLetter build(String letter) {
      return new NormalizedLetter(
          letter, new String(chars, 0, length), Arrays.copyOf(origins, length));
    }
  }
}
