package org.openimr.tools.evaluation.comparison;

/** Texts as they are compared: how lines were broken does not count. */
final class WhitespaceFolder {
  private WhitespaceFolder() {}

  /**
   * The text with each run of white space as one blank and none at its ends; where a hyphen between
   * two words is followed by a blank, the blank goes, for a line may have ended there.
   */
  static String fold(String text) {
    String blanks = foldedBlanks(text);
    StringBuilder folded = new StringBuilder(blanks.length());
    for (int i = 0; i < blanks.length(); i++) {
      char c = blanks.charAt(i);
      folded.append(c);
      if (c == '-' && isLineBreak(blanks, i)) {
        i++;
      }
    }
    return folded.toString().strip();
  }

  /** Words of a folded text: what blanks part. */
  static int countWords(String folded) {
    return folded.isEmpty() ? 0 : 1 + (int) folded.chars().filter(c -> c == ' ').count();
  }

  private static String foldedBlanks(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        gap = true;
        continue;
      }
      if (gap && !folded.isEmpty()) {
        folded.append(' ');
      }
      gap = false;
      folded.append(c);
    }
    return folded.toString();
  }

  private static boolean isLineBreak(String text, int hyphen) {
    return hyphen > 0
        && hyphen + 2 < text.length()
        && text.charAt(hyphen + 1) == ' '
        && isWord(text.codePointBefore(hyphen))
        && isWord(text.codePointAt(hyphen + 2));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  private static boolean isWord(int point) {
    return switch (Character.getType(point)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(point) || point == '_';
    };
  }
}
