package org.openimr.parser.letter.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.model.SourceMappedText;

/**
 * The text of a letter without the artifacts of converters: unusual spaces and line ends, soft
 * hyphens, full-width forms and ligatures. Each character is mapped to its offset in the original.
 */
public final class NormalizedLetter {
  /** Distance of a full-width form from its ASCII character. */
  private static final int FULL_WIDTH_SHIFT = 0xfee0;

  private final String original;
  private final String text;

  /** Offset of each character in the original, or null if all offsets are unchanged. */
  private final int @Nullable [] origins;

  private NormalizedLetter(String letter, String text, int @Nullable [] origins) {
    this.original = letter;
    this.text = text;
    this.origins = origins;
  }

  /**
   * Normalizes the text of a letter.
   *
   * @param letter the text as extracted, with or without artifacts of converters
   */
  public static NormalizedLetter of(String letter) {
    return isNormalized(letter) ? new NormalizedLetter(letter, letter, null) : normalize(letter);
  }

  /**
   * Returns this letter with another normalized text.
   *
   * @param changed a text of the same length, in which ranges were replaced
   */
  public NormalizedLetter withText(String changed) {
    if (changed.length() != text.length()) {
      throw new IllegalArgumentException("The length of the text must not change");
    }
    return new NormalizedLetter(original, changed, origins);
  }

  /** Returns the letter as extracted. */
  public String original() {
    return original;
  }

  /** Returns the normalized text. */
  public String text() {
    return text;
  }

  /**
   * Returns the offset in the original of a character of {@link #text()}.
   *
   * @param offset from 0 to the length of the text (inclusive)
   */
  public int sourceOffset(int offset) {
    if (origins == null) {
      return offset;
    }
    return offset < origins.length
        ? origins[offset]
        : origins.length == 0 ? 0 : origins[offset - 1] + 1;
  }

  /** Joins the lines of a range of {@link #text()} and maps them to the original. */
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
        || c >= '\u2000' && c <= '\u2012'
        || c >= '\u2028' && c <= '\u202f'
        || c == '\u205f'
        || c == '\u2060'
        || c == '\u2212'
        || c == '\u3000'
        || c >= '\ufb00' && c <= '\ufb06'
        || isFullWidth(c)
        || c == '\ufeff';
  }

  /** Returns whether a character is the full-width form of an ASCII character. */
  private static boolean isFullWidth(char c) {
    return c >= '\uff01' && c <= '\uff5e';
  }

  private static NormalizedLetter normalize(String letter) {
    Builder builder = new Builder(letter.length());
    boolean brokenWord = false;
    int i = 0;
    while (i < letter.length()) {
      char c = letter.charAt(i);
      if (c == '\u00ad') {
        int next = afterSoftHyphen(letter, i);
        brokenWord |= next > i + 1;
        i = next;
        continue;
      }
      if (brokenWord && c <= ' ') {
        // the line ends after the whole word, so that lines keep about their length
        builder.add('\n', i);
        brokenWord = false;
      } else if (c == '\r') {
        if (i + 1 == letter.length() || letter.charAt(i + 1) != '\n') {
          builder.add('\n', i);
        }
      } else if (c <= '~' || !isNormalizable(c)) {
        builder.add(c, i);
      } else {
        builder.addNormalized(c, i);
      }
      i++;
    }
    return builder.build(letter);
  }

  /** Skips a soft hyphen, and also the line end after it because it then breaks a word. */
  private static int afterSoftHyphen(String letter, int at) {
    int next = at + 1;
    boolean lineEnd = false;
    while (next < letter.length() && letter.charAt(next) <= ' ') {
      lineEnd |= letter.charAt(next++) == '\n';
    }
    return lineEnd ? next : at + 1;
  }

  /** Collects the normalized characters and their offsets in the original. */
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
      String replacement =
          switch (c) {
            case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> "";
            case '\u0085', '\u2028', '\u2029' -> "\n";
            case '\u2010', '\u2011', '\u2012', '\u2212' -> "-";
            case '\ufb00' -> "ff";
            case '\ufb01' -> "fi";
            case '\ufb02' -> "fl";
            case '\ufb03' -> "ffi";
            case '\ufb04' -> "ffl";
            case '\ufb05', '\ufb06' -> "st";
            case '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e' -> "";
            default -> isFullWidth(c) ? String.valueOf((char) (c - FULL_WIDTH_SHIFT)) : " ";
          };
      for (int k = 0; k < replacement.length(); k++) {
        add(replacement.charAt(k), origin);
      }
    }

    NormalizedLetter build(String letter) {
      return new NormalizedLetter(
          letter, new String(chars, 0, length), Arrays.copyOf(origins, length));
    }
  }
}
